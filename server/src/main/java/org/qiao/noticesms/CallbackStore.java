package org.qiao.noticesms;

import java.time.Instant;
import java.util.Optional;
import org.qiao.notice.Channel;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of addresses that gateways call. */
@Repository
class CallbackStore {

    static final String PUT = """
            insert into notice_callback (org_id, channel, token_hash, rules, created_at)
            values (:org_id, :channel, :token_hash, :rules::jsonb, :now)
            on conflict (org_id, channel) do update
            set token_hash = excluded.token_hash, rules = excluded.rules, created_at = excluded.created_at
            """;

    static final String CHANGE = """
            update notice_callback
            set rules = :rules::jsonb
            where org_id = :org_id and channel = :channel
            """;

    static final String REMOVE = """
            delete from notice_callback
            where org_id = :org_id and channel = :channel
            """;

    /** The token alone says whose it is. */
    static final String FIND = """
            select org_id, rules
            from notice_callback
            where token_hash = :token_hash
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(rs.getLong("org_id"), rs.getString("rules"));

    private final JdbcClient jdbc;

    CallbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long orgId, String rules) {}

    void put(long orgId, Channel channel, byte[] tokenHash, String rules, Instant now) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .param("token_hash", tokenHash)
                .param("rules", rules)
                .param("now", Sql.at(now))
                .update();
    }

    boolean change(long orgId, Channel channel, String rules) {
        return jdbc.sql(CHANGE)
                        .param("org_id", orgId)
                        .param("channel", channel.name())
                        .param("rules", rules)
                        .update()
                == 1;
    }

    void remove(long orgId, Channel channel) {
        jdbc.sql(REMOVE).param("org_id", orgId).param("channel", channel.name()).update();
    }

    Optional<Row> find(byte[] tokenHash) {
        return jdbc.sql(FIND).param("token_hash", tokenHash).query(ROW).optional();
    }
}
