package org.qiao.approvalopen;

import java.time.Instant;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nodes that wait for the answer of another system. */
@Repository
class HookStore {

    static final String INSERT = """
            insert into approvalopen_hook (org_id, approval_id, frame, token_hash, called_at)
            values (:org_id, :approval_id, :frame, :token_hash, :now)
            on conflict (org_id, approval_id, frame) do nothing
            """;

    /** The token alone says whose it is. */
    static final String LOCK = """
            select org_id, approval_id, frame, ok
            from approvalopen_hook
            where token_hash = :token_hash
            for update
            """;

    static final String ANSWERED = """
            update approvalopen_hook
            set answered_at = :now, ok = :ok
            where org_id = :org_id and approval_id = :approval_id and frame = :frame
            """;

    /** By age, for all companies. */
    static final String DELETE_OLD = """
            delete from approvalopen_hook h
            using (
                select org_id, approval_id, frame
                from approvalopen_hook
                where called_at < :before
                limit :limit) old
            where h.org_id = old.org_id and h.approval_id = old.approval_id and h.frame = old.frame
            """;

    private final JdbcClient jdbc;

    HookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ok what was answered, if anything was */
    record Hook(long orgId, long approvalId, int frame, Optional<Boolean> ok) {}

    /** False when it was called before. */
    boolean insert(Hook hook, byte[] tokenHash, Instant now) {
        return jdbc.sql(INSERT)
                        .param("org_id", hook.orgId())
                        .param("approval_id", hook.approvalId())
                        .param("frame", hook.frame())
                        .param("token_hash", tokenHash)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Hook> lock(byte[] tokenHash) {
        return jdbc.sql(LOCK)
                .param("token_hash", tokenHash)
                .query((rs, n) -> new Hook(
                        rs.getLong("org_id"),
                        rs.getLong("approval_id"),
                        rs.getInt("frame"),
                        Optional.ofNullable(rs.getObject("ok", Boolean.class))))
                .optional();
    }

    void answered(Hook hook, boolean ok, Instant now) {
        jdbc.sql(ANSWERED)
                .param("org_id", hook.orgId())
                .param("approval_id", hook.approvalId())
                .param("frame", hook.frame())
                .param("ok", ok)
                .param("now", Sql.at(now))
                .update();
    }

    int deleteOld(Instant before, int limit) {
        return jdbc.sql(DELETE_OLD)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
