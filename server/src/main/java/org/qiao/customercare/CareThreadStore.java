package org.qiao.customercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation;
import org.qiao.customercare.CareRule.Step;
import org.qiao.customercare.CareThread.Place;
import org.qiao.customercare.CareThread.Progress;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CareThreadStore {

    static final String COLUMNS_PART = """
            t.conversation_id, t.org_id, t.customer_id, t.relation_id, t.server_id, t.helper_id, t.helper_over, t.seen_seq, t.since,
            t.since_seq, t.messages, t.step, t.step_at, t.told, t.due_at
            """;

    static final String ENSURE = """
            insert into customercare_thread (conversation_id, org_id, customer_id, relation_id, server_id)
            select i.conversation_id, :org_id, i.customer_id, i.relation_id, i.server_id
            from unnest(:conversations::bigint[], :customers::bigint[], :relations::bigint[], :servers::bigint[])
                as i (conversation_id, customer_id, relation_id, server_id)
            order by i.conversation_id
            on conflict (conversation_id) do nothing
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from customercare_thread t
            where t.org_id = :org_id and t.conversation_id = any(:conversations)
            order by t.conversation_id
            for update
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from customercare_thread t
            where t.org_id = :org_id and t.conversation_id = :conversation_id
            """;

    static final String UPDATE = """
            update customercare_thread
            set customer_id = :customer_id, relation_id = :relation_id, server_id = :server_id, helper_id = :helper_id::bigint,
                helper_over = :helper_over, seen_seq = :seen_seq, since = :since::timestamptz, since_seq = :since_seq::bigint,
                messages = :messages, step = :step, step_at = :step_at::timestamptz, told = :told, due_at = :due_at::timestamptz
            where org_id = :org_id and conversation_id = :conversation_id
            """;

    /** Of all companies: org_id is the row's. */
    static final String DUE = "select " + COLUMNS_PART + """
            from customercare_thread t
            where t.due_at <= :now
            order by t.due_at
            limit :limit
            """;

    static final String POSTPONE = """
            update customercare_thread
            set due_at = :due_at
            where org_id = :org_id and conversation_id = :conversation_id and due_at is not null
            """;

    /** Hours, people or rules have changed: what is due is found again. */
    static final String AGAIN = """
            update customercare_thread
            set due_at = :now
            where org_id = :org_id and since is not null and step <> 'ALERTED'
                and (:member_id::bigint is null or server_id = :member_id or helper_id = :member_id)
            """;

    static final String WAITING_LOADS = """
            select case when helper_over then server_id else coalesce(helper_id, server_id) end as member_id, count(*) as waiting
            from customercare_thread
            where org_id = :org_id and since is not null and (server_id = any(:members) or helper_id = any(:members))
            group by 1
            """;

    static final RowMapper<CareThread> ROW = CareThreadStore::row;

    private final JdbcClient jdbc;

    CareThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows for threads that are seen the first time. */
    void ensure(long orgId, Collection<CustomerRelation> relations) {
        jdbc.sql(ENSURE)
                .param("org_id", orgId)
                .param("conversations", numbers(relations, CustomerRelation::conversationId))
                .param("customers", numbers(relations, CustomerRelation::customerId))
                .param("relations", numbers(relations, CustomerRelation::id))
                .param("servers", numbers(relations, CustomerRelation::memberId))
                .update();
    }

    private static Long[] numbers(Collection<CustomerRelation> relations, Function<CustomerRelation, Long> field) {
        return relations.stream().map(field).toArray(Long[]::new);
    }

    List<CareThread> lock(long orgId, Collection<Long> conversations) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<CareThread> lock(long orgId, long conversationId) {
        return lock(orgId, List.of(conversationId)).stream().findFirst();
    }

    Optional<CareThread> find(long orgId, long conversationId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .query(ROW)
                .optional();
    }

    void update(CareThread thread) {
        Waiting waiting = thread.waiting();
        Progress progress = thread.progress();
        jdbc.sql(UPDATE)
                .param("org_id", thread.orgId())
                .param("conversation_id", thread.conversationId())
                .param("customer_id", thread.place().customerId())
                .param("relation_id", thread.place().relationId())
                .param("server_id", thread.place().serverId())
                .param("helper_id", progress.helperId())
                .param("helper_over", progress.helperOver())
                .param("seen_seq", thread.talk().seenSeq())
                .param("since", waiting == null ? null : Sql.at(waiting.since()))
                .param("since_seq", waiting == null ? null : waiting.seq())
                .param("messages", waiting == null ? 0 : waiting.messages())
                .param("step", progress.step().name())
                .param("step_at", Sql.atOrNull(progress.stepAt()))
                .param("told", progress.told())
                .param("due_at", Sql.atOrNull(progress.dueAt()))
                .update();
    }

    List<CareThread> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void postpone(CareThread thread, Instant until) {
        jdbc.sql(POSTPONE)
                .param("org_id", thread.orgId())
                .param("conversation_id", thread.conversationId())
                .param("due_at", Sql.at(until))
                .update();
    }

    /** @param memberId null: of the whole company */
    void again(long orgId, @Nullable Long memberId, Instant now) {
        jdbc.sql(AGAIN)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("now", Sql.at(now))
                .update();
    }

    /** How many wait for each of them: for a colleague who was asked in until he is not needed any more. */
    Map<Long, Integer> waitingLoads(long orgId, Collection<Long> members) {
        Map<Long, Integer> loads = new HashMap<>();
        jdbc.sql(WAITING_LOADS)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query((rs, n) -> loads.put(rs.getLong("member_id"), rs.getInt("waiting")))
                .list();
        return loads;
    }

    private static CareThread row(ResultSet rs, int number) throws SQLException {
        Instant since = Sql.instantOrNull(rs, "since");
        Waiting waiting = since == null ? null : new Waiting(since, rs.getLong("since_seq"), rs.getInt("messages"));
        return new CareThread(
                new Place(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("customer_id"),
                        rs.getLong("relation_id"),
                        rs.getLong("server_id")),
                new Talk(rs.getLong("seen_seq"), waiting),
                new Progress(
                        Step.valueOf(rs.getString("step")),
                        Sql.instantOrNull(rs, "step_at"),
                        rs.getBoolean("told"),
                        Sql.longOrNull(rs, "helper_id"),
                        rs.getBoolean("helper_over"),
                        Sql.instantOrNull(rs, "due_at")));
    }
}
