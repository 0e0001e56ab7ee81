package org.qiao.customergroup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who waits for a welcome. */
@Repository
class GreetingStore {

    /** Not before the pause since the last welcome is over; who waits already decides when. */
    static final String WAIT = """
            update customergroup
            set greet_at = greatest(:at, greeted_at + :pause * interval '1 second')
            where org_id = :org_id and id = :id and greet_at is null
            """;

    /** For the clock, which acts for nobody: rows say which company. A group that ended meanwhile would be due for ever. */
    static final String DUE = """
            select org_id, id
            from customergroup
            where greet_at <= :now and dissolved_at is null
            order by greet_at
            limit :limit
            """;

    static final String LOCK = """
            select greeted_no
            from customergroup
            where org_id = :org_id and id = :id and greet_at <= :now and dissolved_at is null
            for update
            """;

    static final String GREET = """
            update customergroup_member
            set greeting = :number
            where org_id = :org_id and group_id = :id and greeting = 0 and left_at is null
            returning person_id
            """;

    static final String DONE = """
            update customergroup
            set greet_at = null, greeted_no = :number, greeted_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String LATER = """
            update customergroup
            set greet_at = :until
            where org_id = :org_id and id = :id and greet_at is not null
            """;

    private final JdbcClient jdbc;

    GreetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(long orgId, long groupId) {}

    void wait(CustomerGroup group, Instant at, long pauseSeconds) {
        of(WAIT, group.orgId(), group.id())
                .param("at", Sql.at(at))
                .param("pause", pauseSeconds)
                .update();
    }

    List<Due> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Due(rs.getLong("org_id"), rs.getLong("id")))
                .list();
    }

    /** The number of the last welcome; empty when nobody waits any more. */
    Optional<Integer> lock(Due due, Instant now) {
        return of(LOCK, due.orgId(), due.groupId())
                .param("now", Sql.at(now))
                .query(Integer.class)
                .optional();
    }

    /** Who is greeted with this welcome. @param number null: nobody is, there is none any more */
    List<Long> greet(Due due, @Nullable Integer number) {
        return of(GREET, due.orgId(), due.groupId())
                .param("number", number, java.sql.Types.INTEGER)
                .query(Long.class)
                .list();
    }

    void done(Due due, int number, Instant now) {
        of(DONE, due.orgId(), due.groupId())
                .param("number", number)
                .param("now", Sql.at(now))
                .update();
    }

    void later(Due due, Instant until) {
        of(LATER, due.orgId(), due.groupId()).param("until", Sql.at(until)).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long groupId) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", groupId);
    }
}
