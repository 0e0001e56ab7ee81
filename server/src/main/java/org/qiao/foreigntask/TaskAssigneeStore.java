package org.qiao.foreigntask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which task. */
@Repository
class TaskAssigneeStore {

    static final String GIVE = """
            insert into foreigntask_assignee (org_id, task_id, member_id, system_id, open, place, given_no, given_at)
            select :org_id, g.task_id, g.member_id, g.system_id, g.open, g.no, g.no, :now
            from unnest(:tasks::bigint[], :members::bigint[], :systems::bigint[], :open::boolean[], :numbers::bigint[])
                as g (task_id, member_id, system_id, open, no)
            on conflict (org_id, task_id, member_id) do update
            set open = excluded.open, place = excluded.place, given_no = excluded.given_no, given_at = excluded.given_at
            """;

    static final String TAKE = """
            delete from foreigntask_assignee a
            using unnest(:tasks::bigint[], :members::bigint[]) as g (task_id, member_id)
            where a.org_id = :org_id and a.task_id = g.task_id and a.member_id = g.member_id
            """;

    /** Those who had it find it among what has ended. */
    static final String CLOSE = """
            update foreigntask_assignee a
            set open = false, place = g.no
            from unnest(:tasks::bigint[], :numbers::bigint[]) as g (task_id, no)
            where a.org_id = :org_id and a.task_id = g.task_id and a.open
            """;

    static final String OF_TASKS = """
            select task_id, member_id
            from foreigntask_assignee
            where org_id = :org_id and task_id = any(:tasks)
            order by task_id, member_id
            """;

    static final String OPEN_OF = """
            select task_id
            from foreigntask_assignee
            where org_id = :org_id and member_id = :member_id and open
            order by task_id
            limit :limit
            """;

    static final String HAS = """
            select count(*)
            from foreigntask_assignee
            where org_id = :org_id and task_id = :task_id and member_id = :member_id
            """;

    static final String COUNT_OPEN = """
            select count(*)
            from (select 1
                  from foreigntask_assignee
                  where org_id = :org_id and member_id = :member_id and open
                  limit :most) o
            """;

    static final String GIVEN_AFTER = """
            select task_id, member_id, given_no, given_at
            from foreigntask_assignee
            where org_id = :org_id and task_id = any(:tasks) and open and given_no > :after and given_no <= :until
            order by given_no, member_id
            """;

    static final String GIVEN_LATELY = """
            select member_id, count(*) as many
            from foreigntask_assignee
            where org_id = :org_id and system_id = :system_id and member_id = any(:members) and given_at > :since
            group by member_id
            """;

    private final JdbcClient jdbc;

    TaskAssigneeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Given(long taskId, long memberId, long systemId, long no, boolean open) {}

    record Arrival(long taskId, long memberId, long no, Instant at) {}

    void give(long orgId, List<Given> given, Instant now) {
        if (given.isEmpty()) {
            return;
        }
        jdbc.sql(GIVE)
                .param("org_id", orgId)
                .param("systems", given.stream().map(Given::systemId).toArray(Long[]::new))
                .param("tasks", given.stream().map(Given::taskId).toArray(Long[]::new))
                .param("members", given.stream().map(Given::memberId).toArray(Long[]::new))
                .param("open", given.stream().map(Given::open).toArray(Boolean[]::new))
                .param("numbers", given.stream().map(Given::no).toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void take(long orgId, List<Given> taken) {
        if (!taken.isEmpty()) {
            jdbc.sql(TAKE)
                    .param("org_id", orgId)
                    .param("tasks", taken.stream().map(Given::taskId).toArray(Long[]::new))
                    .param("members", taken.stream().map(Given::memberId).toArray(Long[]::new))
                    .update();
        }
    }

    /** @param numbers of the moves that ended them, by task */
    void close(long orgId, Map<Long, Long> numbers) {
        if (!numbers.isEmpty()) {
            List<Long> tasks = List.copyOf(numbers.keySet());
            jdbc.sql(CLOSE)
                    .param("org_id", orgId)
                    .param("tasks", tasks.toArray(Long[]::new))
                    .param("numbers", tasks.stream().map(numbers::get).toArray(Long[]::new))
                    .update();
        }
    }

    Map<Long, List<Long>> of(long orgId, Collection<Long> tasks) {
        Map<Long, List<Long>> people = new HashMap<>();
        jdbc.sql(OF_TASKS)
                .param("org_id", orgId)
                .param("tasks", tasks.toArray(Long[]::new))
                .query(rs -> {
                    people.computeIfAbsent(rs.getLong("task_id"), id -> new ArrayList<>())
                            .add(rs.getLong("member_id"));
                });
        return people;
    }

    List<Long> openOf(long orgId, long memberId, int limit) {
        return jdbc.sql(OPEN_OF)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    boolean has(long orgId, long memberId, long taskId) {
        return jdbc.sql(HAS)
                        .param("org_id", orgId)
                        .param("task_id", taskId)
                        .param("member_id", memberId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    int countOpen(long orgId, long memberId, int most) {
        return jdbc.sql(COUNT_OPEN)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    List<Arrival> givenAfter(ForeignTasksMoved moved) {
        return jdbc.sql(GIVEN_AFTER)
                .param("org_id", moved.orgId())
                .param("tasks", moved.ids().toArray(Long[]::new))
                .param("after", moved.after())
                .param("until", moved.until())
                .query((rs, n) -> new Arrival(
                        rs.getLong("task_id"),
                        rs.getLong("member_id"),
                        rs.getLong("given_no"),
                        Sql.instant(rs, "given_at")))
                .list();
    }

    Map<Long, Integer> givenLately(long orgId, long systemId, Collection<Long> members, Instant since) {
        Map<Long, Integer> many = new HashMap<>();
        jdbc.sql(GIVEN_LATELY)
                .param("org_id", orgId)
                .param("system_id", systemId)
                .param("members", members.toArray(Long[]::new))
                .param("since", Sql.at(since))
                .query(rs -> {
                    many.put(rs.getLong("member_id"), rs.getInt("many"));
                });
        return many;
    }
}
