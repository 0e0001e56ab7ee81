package org.qiao.grouptold;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Person;
import org.qiao.messaging.News.Key;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customer to look at again about which group, and until where he was told. */
@Repository
class ToldCallStore {

    /** Sooner counts, but not sooner than the pause behind the last time. Sorted: whoever waits for a row waits in one order. */
    static final String PLAN = """
            insert into grouptold_call as c (customer_id, conversation_id, org_id, told_seq, due_at)
            select i.customer_id, i.conversation_id, :org_id, i.told_seq,
                greatest(i.due_at::timestamptz, b.told_at + i.pause * interval '1 millisecond')
            from unnest(:customers::bigint[], :conversations::bigint[], :told::bigint[], :due::text[], :pauses::bigint[])
                as i (customer_id, conversation_id, told_seq, due_at, pause)
            left join lateral (
                select x.told_at
                from grouptold_call x
                where x.customer_id = i.customer_id and x.conversation_id = i.conversation_id
                offset 0) b on true
            order by i.customer_id, i.conversation_id
            on conflict (customer_id, conversation_id) do update
                set due_at = excluded.due_at
                where c.due_at is null or c.due_at > excluded.due_at
            """;

    /** Of all companies; rows say which (org_id). */
    static final String CLAIM = """
            select customer_id, conversation_id, org_id, told_seq, told_at, mailed_at, unpushed
            from grouptold_call
            where due_at <= :now
            order by due_at, customer_id, conversation_id
            limit :limit
            for update skip locked
            """;

    /** Nothing is told him before something new comes, or before the time. */
    static final String MOVE = """
            update grouptold_call c
            set due_at = nullif(i.due_at, '')::timestamptz, told_seq = greatest(c.told_seq, i.told_seq),
                unpushed = c.unpushed and i.due_at <> '',
                told_at = case when i.how = 'PUSH' then :now else c.told_at end,
                mailed_at = case when i.how = 'WRITE' then :now else c.mailed_at end
            from unnest(:customers::bigint[], :conversations::bigint[], :told::bigint[], :due::text[], :how::text[])
                as i (customer_id, conversation_id, told_seq, due_at, how)
            where c.customer_id = i.customer_id and c.conversation_id = i.conversation_id and c.org_id = :org_id
            """;

    /** Who was told more meanwhile has seen that there is something. */
    static final String AGAIN = """
            update grouptold_call
            set due_at = :now, unpushed = true, told_seq = :before
            where org_id = :org_id and customer_id = :customer_id and conversation_id = :conversation_id and told_seq = :told_seq
            """;

    /** Who does not sit there any more. */
    static final String DROP = """
            delete from grouptold_call c
            using unnest(:customers::bigint[], :conversations::bigint[]) as i (customer_id, conversation_id)
            where c.customer_id = i.customer_id and c.conversation_id = i.conversation_id and c.org_id = :org_id
            """;

    /** By age, for all companies: who was told nothing for so long begins anew. */
    static final String FORGET = """
            delete from grouptold_call
            where due_at is null and greatest(told_at, mailed_at, '-infinity') < :before
            """;

    static final String ERASE = """
            delete from grouptold_call
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    ToldCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param toldSeq what lies behind it counts as news, when he was never told about the group
     * @param pauseMillis since he was told last
     */
    record Planned(Key key, long toldSeq, Instant at, long pauseMillis) {}

    /** @param unpushed no device took the push */
    record Call(Key key, long orgId, long toldSeq, ToldRule.Last last, boolean unpushed) {}

    enum How {
        NOT,
        PUSH,
        WRITE
    }

    /** @param at when to look again; null: not before something new comes */
    record Move(Key key, long toldSeq, @Nullable Instant at, How how) {}

    void plan(long orgId, List<Planned> planned) {
        jdbc.sql(PLAN)
                .param("org_id", orgId)
                .param("customers", array(planned, plan -> plan.key().principalId()))
                .param("conversations", array(planned, plan -> plan.key().conversationId()))
                .param("told", array(planned, Planned::toldSeq))
                .param("due", planned.stream().map(plan -> plan.at().toString()).toArray(String[]::new))
                .param("pauses", array(planned, Planned::pauseMillis))
                .update();
    }

    /** Locked until the transaction ends. */
    List<Call> claim(Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Call(
                        new Key(rs.getLong("customer_id"), rs.getLong("conversation_id")),
                        rs.getLong("org_id"),
                        rs.getLong("told_seq"),
                        new ToldRule.Last(Sql.instantOrNull(rs, "told_at"), Sql.instantOrNull(rs, "mailed_at")),
                        rs.getBoolean("unpushed")))
                .list();
    }

    void move(long orgId, List<Move> moves, Instant now) {
        jdbc.sql(MOVE)
                .param("org_id", orgId)
                .param("customers", array(moves, move -> move.key().principalId()))
                .param("conversations", array(moves, move -> move.key().conversationId()))
                .param("told", array(moves, Move::toldSeq))
                .param("due", moves.stream().map(ToldCallStore::due).toArray(String[]::new))
                .param("how", moves.stream().map(move -> move.how().name()).toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    private static String due(Move move) {
        Instant at = move.at();
        return at == null ? "" : at.toString();
    }

    void again(long orgId, ToldOrders.About about, Instant now) {
        jdbc.sql(AGAIN)
                .param("org_id", orgId)
                .param("customer_id", about.key().principalId())
                .param("conversation_id", about.key().conversationId())
                .param("told_seq", about.seq())
                .param("before", about.mentionSeq() - 1)
                .param("now", Sql.at(now))
                .update();
    }

    void drop(long orgId, List<Key> keys) {
        jdbc.sql(DROP)
                .param("org_id", orgId)
                .param("customers", array(keys, Key::principalId))
                .param("conversations", array(keys, Key::conversationId))
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }

    void erase(Person person) {
        jdbc.sql(ERASE)
                .param("org_id", person.orgId())
                .param("ids", person.array())
                .update();
    }

    private static <T> Long[] array(Collection<T> rows, Function<T, Long> field) {
        return rows.stream().map(field).toArray(Long[]::new);
    }
}
