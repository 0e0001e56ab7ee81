package org.qiao.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators see of the orders, and the second chance they give to one. */
@Repository
class OrderListStore {

    /** Newest first; each filter null for all. */
    static final String LIST = """
            select id, order_key, channel, principal_id, coalesce(address, sent_to) as address, state, reason, carrier, attempts,
                units, cost_fen, answer is not null as answered, content is not null as whole, due_at, created_at, moved_at
            from notice_order
            where org_id = :org_id and id < :before
                and (cast(:state as text) is null or state = :state)
                and (cast(:channel as text) is null or channel = :channel)
            order by id desc
            limit :limit
            """;

    static final String FIND = """
            select id, order_key, channel, principal_id, coalesce(address, sent_to) as address, state, reason, carrier, attempts,
                units, cost_fen, answer is not null as answered, content is not null as whole, due_at, created_at, moved_at
            from notice_order
            where org_id = :org_id and id = :id
            """;

    static final String LOCK = """
            select state, content is not null as whole
            from notice_order
            where org_id = :org_id and id = :id
            for update
            """;

    static final String RETRY = """
            update notice_order
            set state = 'QUEUED', reason = null, due_at = :now, not_after = greatest(not_after, :until),
                moved_at = greatest(:now, moved_at + interval '1 microsecond')
            where org_id = :org_id and id = :id and state = 'FAILED'
            returning org_id, order_key, channel, state, reason, moved_at
            """;

    static final String FIND_KEY = """
            select id
            from notice_order
            where org_id = :org_id and order_key = :key
            """;

    /** A day is the company's: when the network took an order, else when its fate was decided. */
    static final String USAGE = """
            select (coalesce(sent_at, moved_at) at time zone :zone)::date as day, channel,
                count(*) filter (where sent_at is not null) as sent,
                count(*) filter (where state = 'DELIVERED') as delivered,
                count(*) filter (where state = 'FAILED') as failed,
                sum(units) as units, sum(cost_fen) as cost_fen
            from notice_order
            where org_id = :org_id and coalesce(sent_at, moved_at) >= :since and (sent_at is not null or state = 'FAILED')
            group by 1, 2
            order by 1 desc, 2
            """;

    private static final RowMapper<OrderView> ROW = (rs, n) -> new OrderView(
            rs.getLong("id"),
            rs.getString("order_key"),
            Channel.valueOf(rs.getString("channel")),
            Sql.longOrNull(rs, "principal_id"),
            OrderView.mask(rs.getString("address")),
            NoticeState.valueOf(rs.getString("state")),
            rs.getString("reason") == null ? null : FailReason.valueOf(rs.getString("reason")),
            rs.getString("carrier") == null ? null : CarrierKind.valueOf(rs.getString("carrier")),
            rs.getInt("attempts"),
            rs.getInt("units"),
            rs.getInt("cost_fen"),
            rs.getBoolean("answered"),
            rs.getBoolean("whole") && rs.getString("state").equals("FAILED"),
            Sql.instant(rs, "due_at"),
            Sql.instant(rs, "created_at"),
            Sql.instant(rs, "moved_at"));

    private static final RowMapper<OrderView.NoticeUsage> USAGE_ROW = (rs, n) -> new OrderView.NoticeUsage(
            rs.getObject("day", LocalDate.class),
            Channel.valueOf(rs.getString("channel")),
            rs.getLong("sent"),
            rs.getLong("delivered"),
            rs.getLong("failed"),
            rs.getLong("units"),
            rs.getLong("cost_fen"));

    private final JdbcClient jdbc;

    OrderListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param whole its text is still there */
    record Locked(NoticeState state, boolean whole) {}

    List<OrderView> list(long orgId, @Nullable NoticeState state, @Nullable Channel channel, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("state", state == null ? null : state.name())
                .param("channel", channel == null ? null : channel.name())
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<OrderView> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Locked> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query((rs, n) -> new Locked(NoticeState.valueOf(rs.getString("state")), rs.getBoolean("whole")))
                .optional();
    }

    List<NoticeMoved> retry(long orgId, long id, Instant now, Instant until) {
        return jdbc.sql(RETRY)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .query(ClaimStore.MOVED)
                .list();
    }

    long idOf(long orgId, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", orgId)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    List<OrderView.NoticeUsage> usage(long orgId, Instant since, ZoneId zone) {
        return jdbc.sql(USAGE)
                .param("org_id", orgId)
                .param("since", Sql.at(since))
                .param("zone", zone.getId())
                .query(USAGE_ROW)
                .list();
    }
}
