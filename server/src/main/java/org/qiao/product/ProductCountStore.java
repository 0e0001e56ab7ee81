package org.qiao.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.qiao.product.ProductViews.ProductDay;
import org.qiao.product.ProductViews.ProductNumbers;
import org.qiao.product.ProductViews.ProductPlace;
import org.qiao.product.ProductViews.ProductRanking;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of products: by day, and by conversation. */
@Repository
class ProductCountStore {

    static final String ADD = """
            insert into product_day (org_id, product_id, day, sent, opened, seen, asked)
            values (:org_id, :product_id, :day, :sent, :opened, :seen, :asked)
            on conflict (org_id, product_id, day) do update
            set sent = product_day.sent + excluded.sent, opened = product_day.opened + excluded.opened,
                seen = product_day.seen + excluded.seen, asked = product_day.asked + excluded.asked
            """;

    static final String LATELY = """
            select product_id, sum(sent) as sent, sum(opened) as opened, sum(seen) as seen, sum(asked) as asked
            from product_day
            where org_id = :org_id and product_id = any(:ids) and day > :since
            group by product_id
            """;

    static final String DAYS = """
            select day, sum(sent) as sent, sum(opened) as opened, sum(seen) as seen, sum(asked) as asked
            from product_day
            where org_id = :org_id and day between :from and :until and (:product_id::bigint is null or product_id = :product_id)
            group by day
            order by day
            """;

    static final String RANKING = """
            select p.id, p.name, p.deleted_at is not null as deleted, d.sent, d.opened, d.seen, d.asked
            from (
                select product_id, sum(sent) as sent, sum(opened) as opened, sum(seen) as seen, sum(asked) as asked
                from product_day
                where org_id = :org_id and day between :from and :until
                group by product_id
                order by sum(sent) + sum(opened) + sum(seen) + sum(asked) desc, product_id
                limit :limit) d
            join product p on p.id = d.product_id and p.org_id = :org_id
            order by d.sent + d.opened + d.seen + d.asked desc, p.id
            """;

    static final String SENT = """
            insert into product_place (org_id, product_id, conversation_id, sender_id, last_seq, sent)
            values (:org_id, :product_id, :conversation_id, :sender_id, :seq, :sent)
            on conflict (org_id, product_id, conversation_id) do update
            set sender_id = case when excluded.sent > 0 then excluded.sender_id else product_place.sender_id end,
                last_seq = excluded.last_seq, sent = product_place.sent + excluded.sent
            where product_place.last_seq < excluded.last_seq
            """;

    static final String OPENED = """
            update product_place
            set opens = opens + 1, first_opened_at = coalesce(first_opened_at, :now), last_opened_at = :now
            where org_id = :org_id and product_id = :product_id and conversation_id = :conversation_id
            """;

    static final String PLACE = """
            select sent, opens, last_opened_at
            from product_place
            where org_id = :org_id and product_id = :product_id and conversation_id = :conversation_id
            """;

    static final String SENDERS = """
            select sender_id, sum(sent) as sent, sum(opens) as opens
            from product_place
            where org_id = :org_id and product_id = :product_id and sent > 0
            group by sender_id
            order by sum(sent) desc, sender_id
            limit :limit
            """;

    private static final RowMapper<ProductNumbers> NUMBERS = (rs, n) ->
            new ProductNumbers(rs.getLong("sent"), rs.getLong("opened"), rs.getLong("seen"), rs.getLong("asked"));

    private final JdbcClient jdbc;

    ProductCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product on a day. */
    record Spot(long orgId, long productId, LocalDate day) {}

    /** A product in a conversation. */
    record Where(long orgId, long productId, long conversationId) {}

    record SenderCount(long memberId, long sent, long opened) {}

    void add(Spot spot, ProductNumbers more) {
        jdbc.sql(ADD)
                .param("org_id", spot.orgId())
                .param("product_id", spot.productId())
                .param("day", spot.day())
                .param("sent", more.sent())
                .param("opened", more.opened())
                .param("seen", more.seen())
                .param("asked", more.asked())
                .update();
    }

    Map<Long, ProductNumbers> lately(long orgId, Collection<Long> ids, LocalDate since) {
        Map<Long, ProductNumbers> found = new HashMap<>();
        jdbc.sql(LATELY)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("since", since)
                .query((rs, n) -> found.put(rs.getLong("product_id"), NUMBERS.mapRow(rs, n)))
                .list();
        return found;
    }

    /** @param productId of one, or null: of all */
    List<ProductDay> days(long orgId, @Nullable Long productId, LocalDate from, LocalDate until) {
        return jdbc.sql(DAYS)
                .param("org_id", orgId)
                .param("product_id", productId)
                .param("from", from)
                .param("until", until)
                .query((rs, n) -> new ProductDay(rs.getObject("day", LocalDate.class), NUMBERS.mapRow(rs, n)))
                .list();
    }

    List<ProductRanking> ranking(long orgId, LocalDate from, LocalDate until, int limit) {
        return jdbc.sql(RANKING)
                .param("org_id", orgId)
                .param("from", from)
                .param("until", until)
                .param("limit", limit)
                .query((rs, n) -> new ProductRanking(
                        rs.getLong("id"), rs.getString("name"), rs.getBoolean("deleted"), NUMBERS.mapRow(rs, n)))
                .list();
    }

    /**
     * It stands in a conversation.
     *
     * @param sent 0 when the customer put it there
     * @return false for a repeat
     */
    boolean sent(Where where, long senderId, long seq, int sent) {
        return place(SENT, where)
                        .param("sender_id", senderId)
                        .param("seq", seq)
                        .param("sent", sent)
                        .update()
                > 0;
    }

    /** False when it was never put there. */
    boolean opened(Where where, Instant now) {
        return place(OPENED, where).param("now", Sql.at(now)).update() > 0;
    }

    Optional<ProductPlace> find(Where where) {
        return place(PLACE, where)
                .query((rs, n) -> new ProductPlace(
                        rs.getInt("sent"), rs.getInt("opens"), Sql.instantOrNull(rs, "last_opened_at")))
                .optional();
    }

    private JdbcClient.StatementSpec place(String sql, Where where) {
        return jdbc.sql(sql)
                .param("org_id", where.orgId())
                .param("product_id", where.productId())
                .param("conversation_id", where.conversationId());
    }

    List<SenderCount> senders(long orgId, long productId, int limit) {
        return jdbc.sql(SENDERS)
                .param("org_id", orgId)
                .param("product_id", productId)
                .param("limit", limit)
                .query((rs, n) -> new SenderCount(rs.getLong("sender_id"), rs.getLong("sent"), rs.getLong("opens")))
                .list();
    }
}
