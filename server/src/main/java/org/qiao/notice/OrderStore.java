package org.qiao.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of orders. */
@Repository
class OrderStore {

    static final String INSERT = """
            insert into notice_order
                (org_id, order_key, channel, principal_id, address, locale, content, asks, urgent, due_at, not_after,
                    moved_at, created_at)
            select :org_id, o.order_key, o.channel, nullif(o.principal_id, 0), nullif(o.address, ''), o.locale, o.content::jsonb, o.asks,
                :urgent, o.due_at::timestamptz, o.not_after::timestamptz, :now, :now
            from unnest(:keys::text[], :channels::text[], :principals::bigint[], :addresses::text[], :locales::text[],
                :contents::text[], :asks::boolean[], :due::text[], :not_after::text[])
                as o (order_key, channel, principal_id, address, locale, content, asks, due_at, not_after)
            on conflict (org_id, order_key) do nothing
            """;

    /** In the order of the ids: two that cancel the same take turns. */
    static final String CANCEL = """
            with mine as (
                select id
                from notice_order
                where org_id = :org_id and order_key = any(:keys) and state = 'QUEUED'
                order by id
                for update
            )
            update notice_order o
            set state = 'CANCELLED', moved_at = greatest(:now, o.moved_at + interval '1 microsecond')
            from mine
            where o.id = mine.id and o.org_id = :org_id
            """;

    /** What is under way cannot be called back; it is emptied like everything else once it has ended. */
    static final String FORGET = """
            update notice_order
            set address = '', content = null, sent_to = null, answer = null,
                state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                moved_at = case when state = 'QUEUED' then greatest(:now, moved_at + interval '1 microsecond') else moved_at end
            where org_id = :org_id and address = any(:addresses) and state <> 'SENDING'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(long orgId, Collection<NoticeOrder> orders, boolean urgent, Instant now) {
        List<NoticeOrder> rows = List.copyOf(orders);
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("keys", texts(rows, NoticeOrder::key))
                .param("channels", texts(rows, order -> order.channel().name()))
                .param(
                        "principals",
                        rows.stream()
                                .map(order -> order.principalId() == null ? Long.valueOf(0) : order.principalId())
                                .toArray(Long[]::new))
                .param("addresses", texts(rows, order -> order.address() == null ? "" : order.address()))
                .param("locales", texts(rows, order -> order.locale().toLanguageTag()))
                .param("contents", texts(rows, order -> json.writeValueAsString(order.text())))
                .param("asks", rows.stream().map(NoticeOrder::asks).toArray(Boolean[]::new))
                .param("urgent", urgent)
                .param("due", texts(rows, order -> order.notBefore().toString()))
                .param("not_after", texts(rows, order -> order.notAfter().toString()))
                .param("now", Sql.at(now))
                .update();
    }

    private static String[] texts(List<NoticeOrder> rows, Function<NoticeOrder, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    void cancel(long orgId, Collection<String> keys, Instant now) {
        jdbc.sql(CANCEL)
                .param("org_id", orgId)
                .param("keys", keys.toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void forget(long orgId, Collection<String> addresses, Instant now) {
        jdbc.sql(FORGET)
                .param("org_id", orgId)
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }
}
