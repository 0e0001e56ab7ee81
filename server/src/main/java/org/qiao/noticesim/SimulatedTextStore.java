package org.qiao.noticesim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts to and from the phones of a simulated network. */
@Repository
class SimulatedTextStore {

    static final String INSERT = """
            insert into noticesim_sms (org_id, phone_id, order_id, text, state, receipt_at, created_at)
            values (:org_id, :phone_id, :order_id, :text, :state, :receipt_at, :now)
            returning id
            """;

    /** The network knows its client's reference: what it took once it does not send again. */
    static final String REPEAT = """
            update noticesim_sms
            set receipt_at = case when state = 'DELIVERED' then :now else receipt_at end
            where id = (
                    select max(id)
                    from noticesim_sms
                    where org_id = :org_id and order_id = :order_id and state in ('ACCEPTED', 'DELIVERED'))
                and org_id = :org_id
            returning id
            """;

    static final String LIST = """
            select id, order_id is null as mine, text, state, created_at
            from noticesim_sms
            where org_id = :org_id and phone_id = :phone_id and id < :before
            order by id desc
            limit :limit
            """;

    static final String TAKE_RECEIPTS = """
            with due as (
                select s.id, p.delivery
                from noticesim_sms s
                join noticesim_phone p on p.id = s.phone_id and p.org_id = s.org_id
                where s.receipt_at <= :now
                order by s.receipt_at
                limit :limit
                for update of s skip locked
            )
            update noticesim_sms s
            set receipt_at = null, state = case when due.delivery = 'UNDELIVERABLE' then 'UNDELIVERED' else 'DELIVERED' end
            from due
            where s.id = due.id
            returning s.org_id, s.id, s.state = 'DELIVERED' as delivered, due.delivery = 'TWICE' as twice
            """;

    static final String DELETE_OLD = """
            delete from noticesim_sms
            where created_at < :before
            """;

    private static final RowMapper<SimulatedText> ROW = (rs, n) -> new SimulatedText(
            rs.getLong("id"),
            rs.getBoolean("mine"),
            rs.getString("text"),
            rs.getString("state"),
            Sql.instant(rs, "created_at"));

    private final JdbcClient jdbc;

    SimulatedTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A text on a phone.
     *
     * @param fromPhone written on it, not sent to it
     * @param state ACCEPTED by the network, DELIVERED, UNDELIVERED or WRITTEN
     */
    record SimulatedText(long id, boolean fromPhone, String text, String state, Instant at) {}

    /** What the network says about a text. */
    record Receipt(long orgId, long id, boolean delivered, boolean twice) {}

    /**
     * A text that the network takes.
     *
     * @param orderId null: written on the phone
     * @param receiptAt null: the network never says what became of it
     */
    record Fresh(
            @Nullable Long orderId, String text, @Nullable Instant receiptAt) {}

    long insert(long orgId, long phoneId, Fresh fresh, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("phone_id", phoneId)
                .param("order_id", fresh.orderId())
                .param("text", fresh.text())
                .param("state", fresh.orderId() == null ? "WRITTEN" : "ACCEPTED")
                .param("receipt_at", Sql.atOrNull(fresh.receiptAt()))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<Long> repeat(long orgId, long orderId, Instant now) {
        return jdbc.sql(REPEAT)
                .param("org_id", orgId)
                .param("order_id", orderId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    List<SimulatedText> list(long orgId, long phoneId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("phone_id", phoneId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Receipt> takeReceipts(Instant now, int limit) {
        return jdbc.sql(TAKE_RECEIPTS)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Receipt(
                        rs.getLong("org_id"), rs.getLong("id"), rs.getBoolean("delivered"), rs.getBoolean("twice")))
                .list();
    }

    void deleteOld(Instant before) {
        jdbc.sql(DELETE_OLD).param("before", Sql.at(before)).update();
    }
}
