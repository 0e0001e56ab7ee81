package org.qiao.approvalopen;

import java.time.Instant;
import java.util.List;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All moves of a company's runs in one order. */
@Repository
class ChangeStore {

    /** Whoever has the number has the lock until the commit: a smaller number is never seen after a larger one. */
    static final String NEXT = """
            insert into approvalopen_counter (org_id, last)
            values (:org_id, 1)
            on conflict (org_id) do update
            set last = approvalopen_counter.last + 1
            returning last
            """;

    static final String INSERT = """
            insert into approvalopen_change (org_id, no, approval_id, version, at)
            values (:org_id, :no, :approval_id, :version, :now)
            on conflict (org_id, approval_id, version) do nothing
            """;

    static final String LIST = """
            select no, approval_id, version
            from approvalopen_change
            where org_id = :org_id and no > :after
            order by no
            limit :limit
            """;

    /** By age, for all companies. */
    static final String DELETE_OLD = """
            delete from approvalopen_change c
            using (
                select org_id, no
                from approvalopen_change
                where at < :before
                order by at
                limit :limit) old
            where c.org_id = old.org_id and c.no = old.no
            """;

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Change(long no, long approvalId, int version) {}

    void add(long orgId, long approvalId, int version, Instant now) {
        long no = jdbc.sql(NEXT).param("org_id", orgId).query(Long.class).single();
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("no", no)
                .param("approval_id", approvalId)
                .param("version", version)
                .param("now", Sql.at(now))
                .update();
    }

    List<Change> list(long orgId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Change(rs.getLong("no"), rs.getLong("approval_id"), rs.getInt("version")))
                .list();
    }

    int deleteOld(Instant before, int limit) {
        return jdbc.sql(DELETE_OLD)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
