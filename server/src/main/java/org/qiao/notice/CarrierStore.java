package org.qiao.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the companies' channels are connected. */
@Repository
class CarrierStore {

    static final String LIST = """
            select channel, kind, settings, enabled, per_minute, price_fen, updated_at
            from notice_carrier
            where org_id = :org_id
            """;

    static final String FIND = """
            select channel, kind, settings, enabled, per_minute, price_fen, updated_at
            from notice_carrier
            where org_id = :org_id and channel = :channel
            """;

    /** Of all companies. */
    static final String IN_USE = """
            select org_id, channel, kind, settings, enabled, per_minute, price_fen, updated_at
            from notice_carrier
            where kind = :kind and enabled
            order by org_id
            """;

    static final String PUT = """
            insert into notice_carrier
                (org_id, channel, kind, settings, enabled, per_minute, price_fen, updated_by, updated_at)
            values (:org_id, :channel, :kind, :settings, :enabled, :per_minute, :price_fen, :by, :now)
            on conflict (org_id, channel) do update
            set kind = excluded.kind, settings = excluded.settings, enabled = excluded.enabled,
                per_minute = excluded.per_minute, price_fen = excluded.price_fen,
                version = notice_carrier.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """;

    static final String ENABLE = """
            update notice_carrier
            set enabled = :enabled, version = version + 1, updated_by = :by, updated_at = :now
            where org_id = :org_id and channel = :channel
            """;

    static final String DELETE = """
            delete from notice_carrier
            where org_id = :org_id and channel = :channel
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            Channel.valueOf(rs.getString("channel")),
            CarrierKind.valueOf(rs.getString("kind")),
            rs.getBytes("settings"),
            rs.getBoolean("enabled"),
            rs.getInt("per_minute"),
            rs.getInt("price_fen"),
            Sql.instant(rs, "updated_at"));

    private final JdbcClient jdbc;

    CarrierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param settings sealed */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            Channel channel,
            CarrierKind kind,
            byte[] settings,
            boolean enabled,
            int perMinute,
            int priceFen,
            Instant updatedAt) {}

    List<Row> list(long orgId) {
        return jdbc.sql(LIST).param("org_id", orgId).query(ROW).list();
    }

    Optional<Row> find(long orgId, Channel channel) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("channel", channel.name())
                .query(ROW)
                .optional();
    }

    void put(long orgId, Row row, long by) {
        jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("channel", row.channel().name())
                .param("kind", row.kind().name())
                .param("settings", row.settings())
                .param("enabled", row.enabled())
                .param("per_minute", row.perMinute())
                .param("price_fen", row.priceFen())
                .param("by", by)
                .param("now", Sql.at(row.updatedAt()))
                .update();
    }

    Map<Long, Row> inUse(CarrierKind kind) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        jdbc.sql(IN_USE)
                .param("kind", kind.name())
                .query((rs, n) -> rows.put(rs.getLong("org_id"), ROW.mapRow(rs, n)))
                .list();
        return rows;
    }

    /** False when there is none. */
    boolean enable(long orgId, Channel channel, boolean enabled, long by, Instant now) {
        return jdbc.sql(ENABLE)
                        .param("org_id", orgId)
                        .param("channel", channel.name())
                        .param("enabled", enabled)
                        .param("by", by)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** False when there is none. */
    boolean delete(long orgId, Channel channel) {
        return jdbc.sql(DELETE)
                        .param("org_id", orgId)
                        .param("channel", channel.name())
                        .update()
                == 1;
    }
}
