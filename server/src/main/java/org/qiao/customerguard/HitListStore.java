package org.qiao.customerguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists and counts of what rules found, each as far as somebody may see it. */
@Repository
class HitListStore {

    private static final String COLUMNS_PART = """
             id, org_id, rule_id, action, place, conversation_id, sender_id, found, excerpt, at, by_customer, member_id, customer_id, seq
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

    static final String ADD_EXPORT = """
            insert into customerguard_export (org_id, by_id, asked, lines, at)
            values (:org_id, :principal_id, :asked::jsonb, :lines, :now)
            """;

    static final String EXPORTS = """
            select id, by_id, asked, lines, at
            from customerguard_export
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> ASKED = new TypeReference<>() {};

    private static final RowMapper<Hit> HIT = HitListStore::hit;

    private static final RowMapper<Count> COUNT =
            (rs, n) -> new Count(rs.getLong("id"), rs.getInt("warned"), rs.getInt("blocked"));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HitListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Hit(
            long id,
            long ruleId,
            GuardAction action,
            WrittenPlace place,
            @Nullable Long conversationId,
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

    /** @param asked what was asked for */
    record Export(long id, long byId, Map<String, Object> asked, int lines, Instant at) {}

    void addExport(Actor actor, Map<String, Object> asked, int lines, Instant now) {
        jdbc.sql(ADD_EXPORT)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("asked", json.writeValueAsString(asked))
                .param("lines", lines)
                .param("now", Sql.at(now))
                .update();
    }

    List<Export> exports(long orgId, long before, int limit) {
        return jdbc.sql(EXPORTS)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Export(
                        rs.getLong("id"),
                        rs.getLong("by_id"),
                        json.readValue(rs.getString("asked"), ASKED),
                        rs.getInt("lines"),
                        Sql.instant(rs, "at")))
                .list();
    }

    Optional<Hit> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(HIT).optional();
    }

    private static Hit hit(ResultSet rs, int n) throws SQLException {
        return new Hit(
                rs.getLong("id"),
                rs.getLong("rule_id"),
                GuardAction.valueOf(rs.getString("action")),
                WrittenPlace.valueOf(rs.getString("place")),
                Sql.longOrNull(rs, "conversation_id"),
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
