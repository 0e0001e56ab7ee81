package org.qiao.contactway;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WaitStore {

    private static final String COLUMNS_PART = """
            w.id, w.org_id, w.way_id, w.customer_id, w.member_id, w.status, w.state, w.relation_id, w.since
            """;

    static final String INSERT = """
            insert into contactway_wait as w (org_id, way_id, customer_id, member_id, reason, state, since)
            values (:org_id, :way_id, :customer_id, :member_id, :reason, :state, :now)
            returning
            """ + COLUMNS_PART;

    /** What the person may take: everything for administrators; else what waits for him, and what waits in his codes. */
    private static final String TAKEABLE_PART = """
            from contactway_wait w
            join contactway c on c.org_id = w.org_id and c.id = w.way_id
            where w.org_id = :org_id
                and (:everything::boolean
                    or w.member_id = :principal_id
                    or (w.member_id is null and (c.owner_id = :principal_id or :principal_id = any(c.people))))
            """;

    static final String FIND = "select " + COLUMNS_PART + TAKEABLE_PART + """
                and w.id = :id
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from contactway_wait w
            where w.org_id = :org_id and w.id = :id
            for update
            """;

    static final String OPEN_OF = "select " + COLUMNS_PART + """
            from contactway_wait w
            where w.org_id = :org_id and w.way_id = :way_id and w.customer_id = :customer_id and w.status = 'WAITING'
            """;

    static final String OF_CUSTOMERS = "select " + COLUMNS_PART + """
            from contactway_wait w
            where w.org_id = :org_id and w.customer_id = any(:customers) and w.status = 'WAITING'
            order by w.id desc
            limit 50
            """;

    static final String OF_WAY = "select " + COLUMNS_PART + """
            from contactway_wait w
            where w.org_id = :org_id and w.way_id = :way_id and w.status = 'WAITING' and w.reason = 'UNASSIGNED' and w.id > :after
            order by w.id
            limit :limit
            """;

    static final String LIST = "select " + COLUMNS_PART + TAKEABLE_PART + """
                and w.status = 'WAITING' and w.id > :after
            order by w.id
            limit :limit
            """;

    static final String END = """
            update contactway_wait
            set status = :status, relation_id = :relation_id, ended_at = :now, ended_by = :by
            where org_id = :org_id and id = :id and status = 'WAITING'
            """;

    private static final RowMapper<Wait> ROW = (rs, n) -> new Wait(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("way_id"),
            rs.getLong("customer_id"),
            Sql.longOrNull(rs, "member_id"),
            Wait.Status.valueOf(rs.getString("status")),
            rs.getString("state"),
            Sql.longOrNull(rs, "relation_id"),
            Sql.instant(rs, "since"));

    private final JdbcClient jdbc;

    WaitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param memberId who has to accept; null: whoever can */
    Wait insert(ContactWay way, Arrivals.Arrival arrival, @Nullable Long memberId, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", way.orgId())
                .param("way_id", way.id())
                .param("customer_id", arrival.customerId())
                .param("member_id", memberId)
                .param("reason", (memberId == null ? Wait.Reason.UNASSIGNED : Wait.Reason.ACCEPTANCE).name())
                .param("state", arrival.state())
                .param("now", Sql.at(now))
                .query(ROW)
                .single();
    }

    /** Empty also when the person may not take it. */
    Optional<Wait> find(Actor actor, long id) {
        return of(FIND, actor).param("id", id).query(ROW).optional();
    }

    Optional<Wait> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Wait> openOf(ContactWay way, long customerId) {
        return jdbc.sql(OPEN_OF)
                .param("org_id", way.orgId())
                .param("way_id", way.id())
                .param("customer_id", customerId)
                .query(ROW)
                .optional();
    }

    List<Wait> ofCustomers(long orgId, Collection<Long> customers) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<Wait> ofWay(long orgId, long wayId, long after, int limit) {
        return jdbc.sql(OF_WAY)
                .param("org_id", orgId)
                .param("way_id", wayId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Wait> list(Actor actor, long after, int limit) {
        return of(LIST, actor)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("everything", actor.isAdmin());
    }

    boolean end(Wait wait, Wait.Status status, @Nullable Long relationId, @Nullable Long by, Instant now) {
        return jdbc.sql(END)
                        .param("org_id", wait.orgId())
                        .param("id", wait.id())
                        .param("status", status.name())
                        .param("relation_id", relationId)
                        .param("by", by)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
