package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is or was asked: what lists and hand-overs need of the state. */
@Repository
class TaskStore {

    static final String PUT = """
            insert into approval_task (org_id, approval_id, task, node_id, assignee_id, for_id, state, opened_at, closed_at)
            select :org_id, :approval_id, t.task, t.node_id, t.assignee_id, t.for_id, t.state, :now,
                case when t.state in ('OPEN', 'QUEUED') then null else :now::timestamptz end
            from unnest(:tasks::integer[], :nodes::text[], :assignees::bigint[], :fors::bigint[], :states::text[])
                as t (task, node_id, assignee_id, for_id, state)
            on conflict (org_id, approval_id, task) do update
            set assignee_id = excluded.assignee_id, for_id = excluded.for_id, state = excluded.state,
                closed_at = excluded.closed_at
            """;

    /** Runs in which somebody has open or queued tasks. */
    static final String WAITING = """
            select distinct approval_id
            from approval_task
            where org_id = :org_id and assignee_id = :assignee_id and state in ('OPEN', 'QUEUED') and approval_id > :after
            order by approval_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state OPEN, QUEUED or how it was closed */
    record Task(
            int task,
            String nodeId,
            long assigneeId,
            @Nullable Long forId,
            String state) {}

    void put(Approval run, List<Task> tasks, Instant now) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.sql(PUT)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .param("now", Sql.at(now))
                .param("tasks", column(tasks, Task::task, Integer[]::new))
                .param("nodes", column(tasks, Task::nodeId, String[]::new))
                .param("assignees", column(tasks, Task::assigneeId, Long[]::new))
                .param("fors", column(tasks, Task::forId, Long[]::new))
                .param("states", column(tasks, Task::state, String[]::new))
                .update();
    }

    private static <T> T[] column(
            Collection<Task> tasks, Function<Task, @Nullable T> value, java.util.function.IntFunction<T[]> array) {
        return tasks.stream().map(value).toArray(array);
    }

    List<Long> waiting(long orgId, long assigneeId, long after, int limit) {
        return jdbc.sql(WAITING)
                .param("org_id", orgId)
                .param("assignee_id", assigneeId)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
