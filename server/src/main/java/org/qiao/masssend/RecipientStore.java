package org.qiao.masssend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.masssend.MassTargets.Aim;
import org.qiao.masssend.ShareStore.Share;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who gets a mass message, and what became of it. */
@Repository
class RecipientStore {

    private static final String COLUMNS_PART = """
             r.id, r.member_id, r.relation_id, r.customer_id, r.result, r.name, r.quota_id, r.quota_period, r.decided_at,
            r.conversation_id, r.seqs, r.answered_at, r.recall, r.group_id
            """;

    static final String INSERT = """
            insert into masssend_recipient (org_id, mass_id, member_id, relation_id, customer_id, group_id)
            select :org_id, :mass_id, i.member_id, i.relation_id, i.customer_id, i.group_id
            from unnest(:members::bigint[], :relations::bigint[], :customers::bigint[], :groups::bigint[])
                as i (member_id, relation_id, customer_id, group_id)
            """;

    static final String LIST = "select" + COLUMNS_PART + """
            from masssend_recipient r
            where r.org_id = :org_id and r.mass_id = :mass_id and r.id > :after
                and (:member_id::bigint is null or r.member_id = :member_id::bigint)
                and (:results::text[] is null or r.result = any(:results::text[]))
            order by r.id
            limit :limit
            """;

    static final String COUNTS = """
            select result, count(*) as many
            from masssend_recipient
            where org_id = :org_id and mass_id = :mass_id and (:member_id::bigint is null or member_id = :member_id::bigint)
            group by result
            """;

    static final String ANSWERED = """
            select count(*)
            from masssend_recipient
            where org_id = :org_id and mass_id = :mass_id and result = 'SENT' and answered_at is not null
            """;

    static final String RECALLS = """
            select count(*)
            from masssend_recipient
            where org_id = :org_id and mass_id = :mass_id and result = 'SENT' and recall = 'DONE'
            """;

    static final String LAST_SENT = """
            select max(decided_at)
            from masssend_recipient
            where org_id = :org_id and mass_id = :mass_id and result = 'SENT'
            """;

    static final String DESELECT = """
            update masssend_recipient
            set result = 'DESELECTED', decided_at = :now
            where org_id = :org_id and mass_id = :mass_id and member_id = :member_id and result = 'PENDING'
                and id in (select unnest(:ids::bigint[]))
            """;

    /** What waits will not be sent. Only where the part of the employee has come to its end, or everywhere. */
    static final String WITHDRAW = """
            with gone as (
                update masssend_recipient
                set result = :result, decided_at = :now
                where org_id = :org_id and mass_id = :mass_id and result = 'PENDING'
                    and (:share::text is null or member_id in (
                        select s.member_id
                        from masssend_share s
                        where s.org_id = :org_id and s.mass_id = :mass_id and s.state = :share::text))
                returning member_id),
            counted as (
                select member_id, count(*) as many
                from gone
                group by member_id)
            update masssend_share s
            set left_out = s.left_out + c.many
            from counted c
            where s.org_id = :org_id and s.mass_id = :mass_id and s.member_id = c.member_id
            """;

    /** Those that wait, and those that a runner took and did not bring back. */
    static final String TAKE = "select" + COLUMNS_PART + """
            from masssend_recipient r
            where r.org_id = :org_id and r.mass_id = :mass_id and r.member_id = :member_id and r.result in ('PENDING', 'SENDING')
                and (r.result = 'PENDING' or r.claimed_at < :lost)
            order by r.id
            limit :limit
            for update skip locked
            """;

    static final String UNDER_WAY = """
            select exists (
                select 1
                from masssend_recipient
                where org_id = :org_id and mass_id = :mass_id and member_id = :member_id and result in ('PENDING', 'SENDING'))
            """;

    static final String DECIDE = """
            update masssend_recipient r
            set result = i.result, name = i.name, quota_id = nullif(i.quota_id, 0),
                quota_period = case when i.quota_id = 0 then null else :period::date end, claimed_at = :now,
                decided_at = case when i.result = 'SENDING' then null else :now::timestamptz end
            from unnest(:ids::bigint[], :results::text[], :names::text[], :quotas::bigint[]) as i (id, result, name, quota_id)
            where r.org_id = :org_id and r.id = i.id
            """;

    static final String CLAIM_AGAIN = """
            update masssend_recipient
            set claimed_at = :now
            where org_id = :org_id and id = any(:ids)
            """;

    static final String FINISH = """
            update masssend_recipient r
            set result = i.result, conversation_id = nullif(i.conversation_id, 0), seqs = i.seqs::bigint[], decided_at = :now
            from unnest(:ids::bigint[], :results::text[], :conversations::bigint[], :seqs::text[])
                as i (id, result, conversation_id, seqs)
            where r.org_id = :org_id and r.id = i.id and r.result = 'SENDING'
            returning r.id
            """;

    static final String TO_RECALL = "select" + COLUMNS_PART + """
            from masssend_recipient r
            where r.org_id = :org_id and r.mass_id = :mass_id and r.id > :after and r.result in ('SENT', 'SENDING')
            order by r.id
            limit :limit
            """;

    static final String RECALLED = """
            update masssend_recipient r
            set recall = i.recall
            from unnest(:ids::bigint[], :recalls::text[]) as i (id, recall)
            where r.org_id = :org_id and r.id = i.id
            """;

    private static final RowMapper<Recipient> ROW = RecipientStore::row;

    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One customer, or one group.
     *
     * @param relationId 0: it is a group
     * @param customerId 0: it is a group
     * @param groupId 0: it is a customer
     * @param name by which he is addressed; empty until he is under way
     * @param quota under whose caps, and in which span, it was counted
     * @param decidedAt when the result was clear: for SENT when it was sent
     * @param seqs what was said, in the thread
     */
    record Recipient(
            long id,
            long memberId,
            long relationId,
            long customerId,
            MassResult result,
            String name,
            @Nullable Quota quota,
            @Nullable Instant decidedAt,
            @Nullable Long conversationId,
            List<Long> seqs,
            @Nullable Instant answeredAt,
            @Nullable RecallResult recall,
            long groupId) {

        /** Under way: addressed so, and counted there. */
        Recipient named(String called, Quota counted) {
            return new Recipient(
                    id,
                    memberId,
                    relationId,
                    customerId,
                    MassResult.SENDING,
                    called,
                    counted,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    groupId);
        }

        @Override
        public String toString() {
            return "Recipient " + id;
        }
    }

    /** @param listenerId a customer, or a group */
    record Quota(long listenerId, LocalDate period) {}

    private static Recipient row(ResultSet rs, int number) throws SQLException {
        Long quota = Sql.longOrNull(rs, "quota_id");
        String recall = rs.getString("recall");
        return new Recipient(
                rs.getLong("id"),
                rs.getLong("member_id"),
                rs.getLong("relation_id"),
                rs.getLong("customer_id"),
                MassResult.valueOf(rs.getString("result")),
                rs.getString("name"),
                quota == null ? null : new Quota(quota, rs.getObject("quota_period", LocalDate.class)),
                Sql.instantOrNull(rs, "decided_at"),
                Sql.longOrNull(rs, "conversation_id"),
                List.of((Long[]) rs.getArray("seqs").getArray()),
                Sql.instantOrNull(rs, "answered_at"),
                recall == null ? null : RecallResult.valueOf(recall),
                rs.getLong("group_id"));
    }

    void insert(Mass mass, List<Aim> aims) {
        of(INSERT, mass)
                .param("members", aims.stream().map(Aim::memberId).toArray(Long[]::new))
                .param("relations", aims.stream().map(Aim::relationId).toArray(Long[]::new))
                .param("customers", aims.stream().map(Aim::customerId).toArray(Long[]::new))
                .param("groups", aims.stream().map(Aim::groupId).toArray(Long[]::new))
                .update();
    }

    /**
     * Which are asked for.
     *
     * @param memberId of one employee; null: of all
     * @param results null: whatever became of them
     */
    record Wanted(@Nullable Long memberId, @Nullable Set<MassResult> results) {}

    List<Recipient> list(Mass mass, Wanted wanted, long after, int limit) {
        Set<MassResult> results = wanted.results();
        return of(LIST, mass)
                .param("member_id", wanted.memberId())
                .param(
                        "results",
                        results == null
                                ? null
                                : results.stream().map(Enum::name).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Map<MassResult, Integer> counts(Mass mass, @Nullable Long memberId) {
        Map<MassResult, Integer> counts = new EnumMap<>(MassResult.class);
        of(COUNTS, mass)
                .param("member_id", memberId)
                .query((rs, n) -> Map.entry(MassResult.valueOf(rs.getString("result")), rs.getInt("many")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    int answered(Mass mass) {
        return of(ANSWERED, mass).query(Integer.class).single();
    }

    int recalls(Mass mass) {
        return of(RECALLS, mass).query(Integer.class).single();
    }

    Optional<Instant> lastSent(Mass mass) {
        return of(LAST_SENT, mass)
                .query((rs, n) -> Optional.ofNullable(Sql.instantOrNull(rs, "max")))
                .single();
    }

    int deselect(Share share, Collection<Long> ids, Instant now) {
        return of(DESELECT, share)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    /** @param share only of employees whose part is in this state; null: of all */
    void withdraw(Mass mass, MassResult result, @Nullable ShareState share, Instant now) {
        of(WITHDRAW, mass)
                .param("result", result.name())
                .param("share", share == null ? null : share.name())
                .param("now", Sql.at(now))
                .update();
    }

    /** Locked. */
    List<Recipient> take(Share share, Instant lost, int limit) {
        return of(TAKE, share)
                .param("lost", Sql.at(lost))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    boolean underWay(Share share) {
        return of(UNDER_WAY, share).query(Boolean.class).single();
    }

    /** @param quotaId 0: it was not counted */
    record Decision(long id, MassResult result, String name, long quotaId) {

        @Override
        public String toString() {
            return "Decision " + id;
        }
    }

    void decide(long orgId, List<Decision> decisions, LocalDate period, Instant now) {
        jdbc.sql(DECIDE)
                .param("org_id", orgId)
                .param("ids", decisions.stream().map(Decision::id).toArray(Long[]::new))
                .param("results", decisions.stream().map(d -> d.result().name()).toArray(String[]::new))
                .param("names", decisions.stream().map(Decision::name).toArray(String[]::new))
                .param("quotas", decisions.stream().map(Decision::quotaId).toArray(Long[]::new))
                .param("period", period)
                .param("now", Sql.at(now))
                .update();
    }

    void claimAgain(long orgId, Collection<Long> ids, Instant now) {
        jdbc.sql(CLAIM_AGAIN)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    /** What came of it. */
    record Outcome(Recipient recipient, MassResult result, long conversationId, List<Long> seqs) {}

    /** @return those that nobody else had brought to an end meanwhile */
    Set<Long> finish(long orgId, List<Outcome> outcomes, Instant now) {
        return jdbc
                .sql(FINISH)
                .param("org_id", orgId)
                .param("ids", outcomes.stream().map(o -> o.recipient().id()).toArray(Long[]::new))
                .param("results", outcomes.stream().map(o -> o.result().name()).toArray(String[]::new))
                .param(
                        "conversations",
                        outcomes.stream().map(Outcome::conversationId).toArray(Long[]::new))
                .param("seqs", outcomes.stream().map(o -> array(o.seqs())).toArray(String[]::new))
                .param("now", Sql.at(now))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    List<Recipient> toRecall(Mass mass, int limit) {
        return of(TO_RECALL, mass)
                .param("after", mass.recallReached())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void recalled(long orgId, Map<Long, RecallResult> results) {
        List<Map.Entry<Long, RecallResult>> rows = List.copyOf(results.entrySet());
        jdbc.sql(RECALLED)
                .param("org_id", orgId)
                .param("ids", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param(
                        "recalls",
                        rows.stream().map(row -> row.getValue().name()).toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Mass mass) {
        return jdbc.sql(sql).param("org_id", mass.orgId()).param("mass_id", mass.id());
    }

    private JdbcClient.StatementSpec of(String sql, Share share) {
        return jdbc.sql(sql)
                .param("org_id", share.orgId())
                .param("mass_id", share.massId())
                .param("member_id", share.memberId());
    }
}
