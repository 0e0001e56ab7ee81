package org.qiao.handover;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs for lists and numbers. */
@Repository
class HandOverListStore {

    private static final String WHERE_PART = """
            from handover_transfer t
            where t.org_id = :org_id and t.id < :before
                and (:state::text is null or t.state = :state::text)
                and (:from_members::bigint[] is null or t.from_id in (select unnest(:from_members::bigint[])))
            """;

    private static final String ORDER_PART = """
            order by t.id desc
            limit :limit
            """;

    static final String LIST = "select " + HandOverStore.COLUMNS_PART + WHERE_PART + ORDER_PART;

    static final String INCOMING =
            "select " + HandOverStore.COLUMNS_PART + WHERE_PART + " and t.to_id = :me " + ORDER_PART;

    static final String OUTGOING = "select " + HandOverStore.COLUMNS_PART + WHERE_PART
            + " and (t.from_id = :me or t.started_by = :me) " + ORDER_PART;

    static final String OF_CUSTOMERS = "select " + HandOverStore.COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.customer_id = any(:customers)
            order by t.id desc
            limit :limit
            """;

    /** What a customer has to know now: what waits, and what was done lately and asks for the history. */
    static final String OF_GUEST = "select " + HandOverStore.COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.customer_id = any(:customers)
                and (t.state = 'WAITING' or (t.state = 'DONE' and t.history = 'ASKED' and t.ended_at > :since))
            order by t.id desc
            limit :limit
            """;

    static final String COUNTS = """
            select t.kind, t.state, count(*) as customers
            from handover_transfer t
            where t.org_id = :org_id and t.started_at >= :from_at and t.started_at < :until_at
                and (:from_members::bigint[] is null or t.from_id in (select unnest(:from_members::bigint[])))
            group by t.kind, t.state
            order by t.kind, t.state
            """;

    static final String TAKERS = """
            select t.to_id, count(*) as customers
            from handover_transfer t
            where t.org_id = :org_id and t.started_at >= :from_at and t.started_at < :until_at and t.state = 'DONE'
                and (:from_members::bigint[] is null or t.from_id in (select unnest(:from_members::bigint[])))
            group by t.to_id
            order by count(*) desc, t.to_id
            limit 100
            """;

    private static final RowMapper<HandOver> ROW = HandOverStore::row;

    private final JdbcClient jdbc;

    HandOverListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param fromMembers null: whoever served
     */
    record Wanted(@Nullable HandOverState state, @Nullable Collection<Long> fromMembers, long before) {}

    List<HandOver> list(long orgId, Wanted wanted, int limit) {
        return of(LIST, orgId, wanted, limit).query(ROW).list();
    }

    List<HandOver> incoming(long orgId, long me, Wanted wanted, int limit) {
        return of(INCOMING, orgId, wanted, limit).param("me", me).query(ROW).list();
    }

    List<HandOver> outgoing(long orgId, long me, Wanted wanted, int limit) {
        return of(OUTGOING, orgId, wanted, limit).param("me", me).query(ROW).list();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, Wanted wanted, int limit) {
        HandOverState state = wanted.state();
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("before", wanted.before())
                .param("state", state == null ? null : state.name())
                .param("from_members", array(wanted.fromMembers()))
                .param("limit", limit);
    }

    List<HandOver> ofCustomers(long orgId, Collection<Long> customers, int limit) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("org_id", orgId)
                .param("customers", array(customers))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<HandOver> ofGuest(long orgId, Collection<Long> family, Instant since, int limit) {
        return jdbc.sql(OF_GUEST)
                .param("org_id", orgId)
                .param("customers", array(family))
                .param("since", Sql.at(since))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** How many hand-overs. */
    record HandOverCount(HandOverKind kind, HandOverState state, int customers) {}

    record TakerCount(long memberId, int customers) {}

    /** @param until not included */
    record Span(Instant from, Instant until) {}

    List<HandOverCount> counts(long orgId, Span span, @Nullable Collection<Long> fromMembers) {
        return in(COUNTS, orgId, span, fromMembers)
                .query((rs, n) -> new HandOverCount(
                        HandOverKind.valueOf(rs.getString("kind")),
                        HandOverState.valueOf(rs.getString("state")),
                        rs.getInt("customers")))
                .list();
    }

    List<TakerCount> takers(long orgId, Span span, @Nullable Collection<Long> fromMembers) {
        return in(TAKERS, orgId, span, fromMembers)
                .query((rs, n) -> new TakerCount(rs.getLong("to_id"), rs.getInt("customers")))
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, long orgId, Span span, @Nullable Collection<Long> fromMembers) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("from_at", Sql.at(span.from()))
                .param("until_at", Sql.at(span.until()))
                .param("from_members", array(fromMembers));
    }

    private static Long @Nullable [] array(@Nullable Collection<Long> ids) {
        return ids == null ? null : ids.toArray(Long[]::new);
    }
}
