package org.qiao.moment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to show a company moment. */
@Repository
class TaskStore {

    static final String ADD = """
            insert into moment_task (org_id, moment_id, member_id, customers)
            select :org_id, :moment_id, t.member_id, t.customers
            from unnest(:members::bigint[], :customers::integer[]) as t (member_id, customers)
            on conflict (org_id, moment_id, member_id) do nothing
            """;

    static final String LOCK = """
            select moment_id, member_id, customers, confirmed_at
            from moment_task
            where org_id = :org_id and moment_id = :moment_id and member_id = :member_id
            for update
            """;

    static final String FIND = """
            select moment_id, member_id, customers, confirmed_at
            from moment_task
            where org_id = :org_id and moment_id = :moment_id and member_id = :member_id
            """;

    static final String CONFIRMED = """
            update moment_task
            set confirmed_at = :now
            where org_id = :org_id and moment_id = :moment_id and member_id = :member_id
            """;

    static final String LIST = """
            select moment_id, member_id, customers, confirmed_at
            from moment_task
            where org_id = :org_id and moment_id = :moment_id and member_id > :after
                and (:done::boolean is null or (confirmed_at is not null) = :done::boolean)
            order by member_id
            limit :limit
            """;

    /** What somebody is to do, newest first. */
    static final String OPEN = """
            select t.moment_id, t.member_id, t.customers, t.confirmed_at
            from moment_task t
            join moment m on m.org_id = t.org_id and m.id = t.moment_id
            where t.org_id = :org_id and t.member_id = :member_id and t.confirmed_at is null and t.moment_id < :before
                and m.withdrawn_at is null and m.published_at > :since
            order by t.moment_id desc
            limit :limit
            """;

    static final String PROGRESS = """
            select moment_id, count(*) as total, count(confirmed_at) as done
            from moment_task
            where org_id = :org_id and moment_id = any(:moments)
            group by moment_id
            """;

    static final String ADD_NUDGE = """
            insert into moment_nudge (org_id, moment_id, by_id, at)
            values (:org_id, :moment_id, :by_id, :now)
            returning id
            """;

    static final String NUDGES = """
            select count(*)
            from moment_nudge
            where org_id = :org_id and moment_id = :moment_id and at > :since
            """;

    private static final RowMapper<Task> ROW = (rs, n) -> new Task(
            rs.getLong("moment_id"),
            rs.getLong("member_id"),
            rs.getInt("customers"),
            Sql.instantOrNull(rs, "confirmed_at"));

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody is to show it.
     *
     * @param customers whom it would reach when it was given
     */
    record Task(
            long momentId,
            long memberId,
            int customers,
            @Nullable Instant confirmedAt) {}

    record Progress(long momentId, int total, int done) {}

    void add(Moment moment, Map<Long, Integer> customers) {
        List<Map.Entry<Long, Integer>> rows = List.copyOf(customers.entrySet());
        jdbc.sql(ADD)
                .param("org_id", moment.orgId())
                .param("moment_id", moment.id())
                .param("members", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("customers", rows.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    Optional<Task> lock(Actor member, long momentId) {
        return one(LOCK, member, momentId);
    }

    Optional<Task> find(Actor member, long momentId) {
        return one(FIND, member, momentId);
    }

    private Optional<Task> one(String sql, Actor member, long momentId) {
        return jdbc.sql(sql)
                .param("org_id", member.orgId())
                .param("moment_id", momentId)
                .param("member_id", member.principalId())
                .query(ROW)
                .optional();
    }

    void confirmed(Actor member, long momentId, Instant now) {
        jdbc.sql(CONFIRMED)
                .param("org_id", member.orgId())
                .param("moment_id", momentId)
                .param("member_id", member.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    /** @param done null: all */
    List<Task> list(Moment moment, @Nullable Boolean done, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", moment.orgId())
                .param("moment_id", moment.id())
                .param("done", done)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Task> open(Actor member, Instant since, long before, int limit) {
        return jdbc.sql(OPEN)
                .param("org_id", member.orgId())
                .param("member_id", member.principalId())
                .param("since", Sql.at(since))
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Map<Long, Progress> progress(long orgId, Collection<Long> moments) {
        return jdbc
                .sql(PROGRESS)
                .param("org_id", orgId)
                .param("moments", moments.toArray(Long[]::new))
                .query((rs, n) -> new Progress(rs.getLong("moment_id"), rs.getInt("total"), rs.getInt("done")))
                .list()
                .stream()
                .collect(Collectors.toMap(Progress::momentId, Function.identity()));
    }

    long addNudge(Actor by, long momentId, Instant now) {
        return jdbc.sql(ADD_NUDGE)
                .param("org_id", by.orgId())
                .param("moment_id", momentId)
                .param("by_id", by.principalId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    int nudges(long orgId, long momentId, Instant since) {
        return jdbc.sql(NUDGES)
                .param("org_id", orgId)
                .param("moment_id", momentId)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }
}
