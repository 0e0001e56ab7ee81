package org.qiao.messagenotice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.News.Key;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom to look at again about which conversation, and until where he was told. */
@Repository
class CallStore {

    /** Sooner counts, but not sooner than the gap behind the last time. Sorted: whoever waits for a row waits in one order. */
    static final String PLAN = """
            insert into messagenotice_call as c (principal_id, conversation_id, org_id, told_seq, due_at)
            select i.principal_id, i.conversation_id, :org_id, i.told_seq,
                greatest(i.due_at::timestamptz, b.told_at + i.gap * interval '1 millisecond')
            from unnest(:principals::bigint[], :conversations::bigint[], :told::bigint[], :due::text[], :gaps::bigint[])
                as i (principal_id, conversation_id, told_seq, due_at, gap)
            left join lateral (
                select x.told_at
                from messagenotice_call x
                where x.principal_id = i.principal_id and x.conversation_id = i.conversation_id
                offset 0) b on true
            order by i.principal_id, i.conversation_id
            on conflict (principal_id, conversation_id) do update
                set due_at = excluded.due_at
                where c.due_at is null or c.due_at > excluded.due_at
            """;

    static final String CLAIM = """
            select principal_id, conversation_id, org_id, told_seq
            from messagenotice_call
            where due_at <= :now
            order by due_at, principal_id, conversation_id
            limit :limit
            for update skip locked
            """;

    /** Of all companies, for when a batch failed. */
    static final String DUE = """
            select principal_id, conversation_id, org_id, told_seq
            from messagenotice_call
            where due_at <= :now
            order by due_at, principal_id, conversation_id
            limit :limit
            """;

    static final String CLAIM_ONE = """
            select principal_id, conversation_id, org_id, told_seq
            from messagenotice_call
            where principal_id = :principal_id and conversation_id = :conversation_id and org_id = :org_id and due_at <= :now
            for update skip locked
            """;

    static final String POSTPONE = """
            update messagenotice_call
            set due_at = :due_at
            where principal_id = :principal_id and conversation_id = :conversation_id and org_id = :org_id and due_at is not null
            """;

    static final String MOVE = """
            update messagenotice_call c
            set due_at = nullif(i.due_at, '')::timestamptz, told_seq = greatest(c.told_seq, i.told_seq),
                told_at = case when i.told_seq > c.told_seq then :now else c.told_at end
            from unnest(:principals::bigint[], :conversations::bigint[], :told::bigint[], :due::text[])
                as i (principal_id, conversation_id, told_seq, due_at)
            where c.principal_id = i.principal_id and c.conversation_id = i.conversation_id and c.org_id = :org_id
            """;

    /** Locked in the order in which they are planned. */
    static final String HURRY = """
            with mine as (
                select principal_id, conversation_id
                from messagenotice_call
                where principal_id = :principal_id and org_id = :org_id and due_at > :now
                order by conversation_id
                for update
            )
            update messagenotice_call c
            set due_at = :now
            from mine
            where c.principal_id = mine.principal_id and c.conversation_id = mine.conversation_id and c.org_id = :org_id
            """;

    /** By age, for all companies: who was told nothing for so long begins anew. */
    static final String FORGET = """
            delete from messagenotice_call
            where due_at is null and coalesce(told_at, '-infinity') < :before
            """;

    private static final RowMapper<Call> ROW = (rs, n) -> new Call(
            new Key(rs.getLong("principal_id"), rs.getLong("conversation_id")),
            rs.getLong("org_id"),
            rs.getLong("told_seq"));

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param toldSeq what lies behind it counts as news, when the person was never told about the conversation
     * @param gap since he was told last
     */
    record Planned(Key key, long toldSeq, Instant at, Duration gap) {}

    record Call(Key key, long orgId, long toldSeq) {}

    /** @param at when to look again; null: not before something new comes */
    record Move(Key key, long toldSeq, @Nullable Instant at) {}

    void plan(long orgId, List<Planned> planned) {
        jdbc.sql(PLAN)
                .param("org_id", orgId)
                .param(
                        "principals",
                        principals(planned.stream().map(Planned::key).toList()))
                .param(
                        "conversations",
                        conversations(planned.stream().map(Planned::key).toList()))
                .param("told", planned.stream().map(Planned::toldSeq).toArray(Long[]::new))
                .param("due", planned.stream().map(plan -> plan.at().toString()).toArray(String[]::new))
                .param(
                        "gaps",
                        planned.stream().map(plan -> plan.gap().toMillis()).toArray(Long[]::new))
                .update();
    }

    /** Of all companies; locked until the transaction ends. */
    List<Call> claim(Instant now, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Of all companies; not locked. */
    List<Call> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Empty when it is not due any more, or another clock holds it. */
    List<Call> claim(Call call, Instant now) {
        return jdbc.sql(CLAIM_ONE)
                .param("org_id", call.orgId())
                .param("principal_id", call.key().principalId())
                .param("conversation_id", call.key().conversationId())
                .param("now", Sql.at(now))
                .query(ROW)
                .list();
    }

    void postpone(Call call, Instant due) {
        jdbc.sql(POSTPONE)
                .param("org_id", call.orgId())
                .param("principal_id", call.key().principalId())
                .param("conversation_id", call.key().conversationId())
                .param("due_at", Sql.at(due))
                .update();
    }

    void move(long orgId, List<Move> moves, Instant now) {
        jdbc.sql(MOVE)
                .param("org_id", orgId)
                .param("principals", principals(moves.stream().map(Move::key).toList()))
                .param(
                        "conversations",
                        conversations(moves.stream().map(Move::key).toList()))
                .param("told", moves.stream().map(Move::toldSeq).toArray(Long[]::new))
                .param(
                        "due",
                        moves.stream()
                                .map(move -> move.at() == null ? "" : move.at().toString())
                                .toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void hurry(Actor actor, Instant now) {
        jdbc.sql(HURRY)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }

    private static Long[] principals(Collection<Key> keys) {
        return keys.stream().map(Key::principalId).toArray(Long[]::new);
    }

    private static Long[] conversations(Collection<Key> keys) {
        return keys.stream().map(Key::conversationId).toArray(Long[]::new);
    }
}
