package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DelegationStore {

    static final String LIST = """
            select id, from_id, to_id, starts_at, coalesce(ended_early, ends_at) as ends_at
            from approval_delegation
            where org_id = :org_id and from_id = :from_id and id < :before
            order by id desc
            limit :limit
            """;

    static final String INSERT = """
            insert into approval_delegation (org_id, from_id, to_id, starts_at, ends_at, created_at)
            values (:org_id, :from_id, :to_id, :starts_at, :ends_at, :now)
            returning id, from_id, to_id, starts_at, ends_at
            """;

    /** Serialises the changes of one person. */
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('approval_delegation:' || :org_id || ':' || :from_id, 0))
            """;

    static final String CROSSING = """
            select exists (
                select 1
                from approval_delegation
                where org_id = :org_id and from_id = :from_id and starts_at < :ends_at
                    and coalesce(ended_early, ends_at) > :starts_at)
            """;

    static final String END = """
            update approval_delegation
            set ended_early = greatest(:now, starts_at)
            where org_id = :org_id and from_id = :from_id and id = :id and coalesce(ended_early, ends_at) > :now
            returning id
            """;

    static final String EXISTS = """
            select exists (
                select 1
                from approval_delegation
                where org_id = :org_id and from_id = :from_id and id = :id)
            """;

    static final String DELEGATES = """
            select from_id, to_id
            from approval_delegation
            where org_id = :org_id and from_id = any(:from_ids) and starts_at <= :now
                and coalesce(ended_early, ends_at) > :now
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getLong("id"),
            rs.getLong("from_id"),
            rs.getLong("to_id"),
            Sql.instant(rs, "starts_at"),
            Sql.instant(rs, "ends_at"));

    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endsAt exclusive */
    record Row(long id, long fromId, long toId, Instant startsAt, Instant endsAt) {}

    List<Row> list(Actor actor, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Until the end of the transaction. */
    void lock(Actor actor) {
        jdbc.sql(LOCK)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .query((rs, n) -> 0)
                .single();
    }

    boolean crosses(Actor actor, Instant startsAt, Instant endsAt) {
        return jdbc.sql(CROSSING)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .param("starts_at", Sql.at(startsAt))
                .param("ends_at", Sql.at(endsAt))
                .query(Boolean.class)
                .single();
    }

    Row insert(Actor actor, Delegations.DelegationRequest request, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .param("to_id", request.toId())
                .param("starts_at", Sql.at(request.startsAt()))
                .param("ends_at", Sql.at(request.endsAt()))
                .param("now", Sql.at(now))
                .query(ROW)
                .single();
    }

    /** Empty when there is none or it is over. */
    Optional<Long> end(Actor actor, long id, Instant now) {
        return jdbc.sql(END)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .param("id", id)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    boolean exists(Actor actor, long id) {
        return jdbc.sql(EXISTS)
                .param("org_id", actor.orgId())
                .param("from_id", actor.principalId())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Map<Long, Long> delegates(long orgId, Collection<Long> ids, Instant now) {
        Map<Long, Long> delegates = new HashMap<>();
        jdbc.sql(DELEGATES)
                .param("org_id", orgId)
                .param("from_ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(rs -> {
                    delegates.put(rs.getLong("from_id"), rs.getLong("to_id"));
                });
        return delegates;
    }
}
