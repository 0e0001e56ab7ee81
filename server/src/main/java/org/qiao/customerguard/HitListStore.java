package org.qiao.customerguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and counts of what rules found, each as far as somebody may see it. */
@Repository
class HitListStore {

    private static final String COLUMNS_PART = """
             id, org_id, rule_id, action, conversation_id, sender_id, found, excerpt, at, by_customer, member_id, customer_id, seq
            """;

    private static final String VISIBLE_PART = """
            from customerguard_hit
            where org_id = :org_id and state = 'REAL'
                and (:all or rule_id = any(:rules) or member_id in (select unnest(:members::bigint[])))
                and (:rule_id::bigint is null or rule_id = :rule_id)
                and (:member_id::bigint is null or member_id = :member_id)
                and (:customers::bigint[] is null or customer_id = any(:customers))
                and (:action::text is null or action = :action)
                and (:since::timestamptz is null or at >= :since)
                and (:until::timestamptz is null or at < :until)
            """;

    static final String LIST = "select" + COLUMNS_PART + VISIBLE_PART + """
                and id < :before
            order by id desc
            limit :limit
            """;

    static final String BY_RULE = """
            select rule_id as id, count(*) filter (where action = 'WARN') as warned, count(*) filter (where action = 'BLOCK') as blocked
            """ + VISIBLE_PART + """
            group by rule_id
            order by count(*) desc, rule_id
            limit :limit
            """;

    static final String BY_MEMBER = """
            select member_id as id, count(*) filter (where action = 'WARN') as warned, count(*) filter (where action = 'BLOCK') as blocked
            """ + VISIBLE_PART + """
                and member_id is not null and not by_customer
            group by member_id
            order by count(*) desc, member_id
            limit :limit
            """;

    /** For cards: what there is to say about one. */
    static final String FIND = "select" + COLUMNS_PART + """
            from customerguard_hit
            where org_id = :org_id and id = :id and state = 'REAL'
            """;

    private static final RowMapper<Hit> HIT = HitListStore::hit;

    private static final RowMapper<Count> COUNT =
            (rs, n) -> new Count(rs.getLong("id"), rs.getInt("warned"), rs.getInt("blocked"));

    private final JdbcClient jdbc;

    HitListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Hit(
            long id,
            long ruleId,
            GuardAction action,
            long conversationId,
            long senderId,
            String found,
            @Nullable String excerpt,
            Instant at,
            boolean byCustomer,
            @Nullable Long memberId,
            @Nullable Long customerId,
            @Nullable Long seq) {}

    record Count(long id, int warned, int blocked) {}

    /**
     * What somebody may see.
     *
     * @param rules those whose people he is one of: with the excerpts
     * @param members whom he leads
     */
    record Sight(long orgId, boolean all, Collection<Long> rules, Collection<Long> members) {

        boolean isNothing() {
            return !all && rules.isEmpty() && members.isEmpty();
        }
    }

    /** @param customers the customer and the contacts that turned out to be him */
    record Filter(
            @Nullable Long ruleId,
            @Nullable Long memberId,
            @Nullable List<Long> customers,
            @Nullable GuardAction action,
            @Nullable Instant since,
            @Nullable Instant until) {}

    List<Hit> list(Sight sight, Filter filter, long before, int limit) {
        return bind(LIST, sight, filter)
                .param("before", before)
                .param("limit", limit)
                .query(HIT)
                .list();
    }

    List<Count> byRule(Sight sight, Filter filter, int limit) {
        return bind(BY_RULE, sight, filter).param("limit", limit).query(COUNT).list();
    }

    List<Count> byMember(Sight sight, Filter filter, int limit) {
        return bind(BY_MEMBER, sight, filter).param("limit", limit).query(COUNT).list();
    }

    private JdbcClient.StatementSpec bind(String sql, Sight sight, Filter filter) {
        return jdbc.sql(sql)
                .param("org_id", sight.orgId())
                .param("all", sight.all())
                .param("rules", sight.rules().toArray(Long[]::new))
                .param("members", sight.members().toArray(Long[]::new))
                .param("rule_id", filter.ruleId())
                .param("member_id", filter.memberId())
                .param(
                        "customers",
                        filter.customers() == null ? null : filter.customers().toArray(Long[]::new))
                .param(
                        "action",
                        filter.action() == null ? null : filter.action().name())
                .param("since", Sql.atOrNull(filter.since()))
                .param("until", Sql.atOrNull(filter.until()));
    }

    Optional<Hit> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(HIT).optional();
    }

    private static Hit hit(ResultSet rs, int n) throws SQLException {
        return new Hit(
                rs.getLong("id"),
                rs.getLong("rule_id"),
                GuardAction.valueOf(rs.getString("action")),
                rs.getLong("conversation_id"),
                rs.getLong("sender_id"),
                rs.getString("found"),
                rs.getString("excerpt"),
                Sql.instant(rs, "at"),
                rs.getBoolean("by_customer"),
                Sql.longOrNull(rs, "member_id"),
                Sql.longOrNull(rs, "customer_id"),
                Sql.longOrNull(rs, "seq"));
    }
}
