package org.qiao.foreigntask;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.OpenTaskViews.What;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of a company's moves, and what people did for the systems that ask. */
@Repository
class TaskChangeStore {

    /** Whoever has it has the lock until the commit: moves of one company come one after the other, and numbers are seen in order. */
    static final String LOCK = """
            insert into foreigntask_counter (org_id, last, open_tasks)
            values (:org_id, 0, 0)
            on conflict (org_id) do update
            set last = foreigntask_counter.last
            returning last, open_tasks
            """;

    static final String SET = """
            update foreigntask_counter
            set last = :last, open_tasks = :open_tasks
            where org_id = :org_id
            """;

    static final String INSERT = """
            insert into foreigntask_change (org_id, no, system_id, task_id, what, member_id, answer, said, at)
            values (:org_id, :no, :system_id, :task_id, :what, :member_id, :answer, :said, :now)
            """;

    static final String LIST = """
            select no, task_id, what, member_id, answer, said, at
            from foreigntask_change
            where org_id = :org_id and system_id = :system_id and no > :after
            order by no
            limit :limit
            """;

    /** By age, for all companies. */
    static final String DELETE_OLD = """
            delete from foreigntask_change c
            using (
                select org_id, no
                from foreigntask_change
                where at < :before
                order by at
                limit :limit) old
            where c.org_id = old.org_id and c.no = old.no
            """;

    private final JdbcClient jdbc;

    TaskChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param openTasks of the company */
    record Counter(long last, int openTasks) {}

    /** @param text what the person wrote with his answer */
    record Change(
            long no,
            long taskId,
            What what,
            long memberId,
            @Nullable String answer,
            @Nullable String text,
            Instant at) {}

    Counter lock(long orgId) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .query((rs, n) -> new Counter(rs.getLong("last"), rs.getInt("open_tasks")))
                .single();
    }

    void set(long orgId, Counter counter) {
        jdbc.sql(SET)
                .param("org_id", orgId)
                .param("last", counter.last())
                .param("open_tasks", counter.openTasks())
                .update();
    }

    void insert(long orgId, long systemId, Change change) {
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("no", change.no())
                .param("system_id", systemId)
                .param("task_id", change.taskId())
                .param("what", change.what().name())
                .param("member_id", change.memberId())
                .param("answer", change.answer())
                .param("said", change.text())
                .param("now", Sql.at(change.at()))
                .update();
    }

    List<Change> list(long orgId, long systemId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("system_id", systemId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Change(
                        rs.getLong("no"),
                        rs.getLong("task_id"),
                        What.valueOf(rs.getString("what")),
                        rs.getLong("member_id"),
                        rs.getString("answer"),
                        rs.getString("said"),
                        Sql.instant(rs, "at")))
                .list();
    }

    int deleteOld(Instant before, int limit) {
        return jdbc.sql(DELETE_OLD)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }
}
