package org.qiao.noticesms;

import java.time.Instant;
import java.util.Optional;
import org.qiao.notice.Channel;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of addresses that gateways call. */
@Repository
class CallbackStore {

    static final String PUT = """
            insert into notice_callback (org_id, channel, token_hash, created_at)
            values (:org_id, :channel, :token_hash, :now)
            on conflict (org_id, channel) do update
            set token_hash = excluded.token_hash, created_at = excluded.created_at
            """;

    static final String OPENED_AT = """
            select created_at
            from notice_callback
            where org_id = :org_id and channel = :channel
            """;

    static final String REMOVE = """
            delete from notice_callback
            where org_id = :org_id and channel = :channel
            """;

    /** The token alone says whose it is. */
    static final String FIND = """
            select org_id
            from notice_callback
            where token_hash = :token_hash
            """;

    private final JdbcClient jdbc;

    CallbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(long orgId, Channel channel, byte[] tokenHash, Instant now) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .param("token_hash", tokenHash)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Instant> openedAt(long orgId, Channel channel) {
        return jdbc.sql(OPENED_AT)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .query((rs, n) -> Sql.instant(rs, "created_at"))
                .optional();
    }

    void remove(long orgId, Channel channel) {
        jdbc.sql(REMOVE).param("org_id", orgId).param("channel", channel.name()).update();
    }

    /** Whose it is. */
    Optional<Long> find(byte[] tokenHash) {
        return jdbc.sql(FIND).param("token_hash", tokenHash).query(Long.class).optional();
    }
}
