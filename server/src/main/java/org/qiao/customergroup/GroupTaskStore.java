package org.qiao.customergroup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is to be done in groups. */
@Repository
class GroupTaskStore {

    static final String ADD = """
            insert into customergroup_task (org_id, group_id, key, work, due_at)
            values (:org_id, :group_id, :key, :work::jsonb, :now)
            on conflict (org_id, group_id, key) do nothing
            """;

    /** For the clock, which acts for nobody: rows say which company. */
    static final String DUE = """
            select id, org_id, group_id, key, work, failures
            from customergroup_task
            where due_at <= :now and failed_at is null
            order by due_at, id
            limit :limit
            """;

    static final String POSTPONE = """
            update customergroup_task
            set due_at = :until
            where org_id = :org_id and id = :id
            """;

    /** Tried again after a while; once given up it stays, for whoever looks into the database. */
    static final String FAILED = """
            update customergroup_task
            set failures = failures + 1, due_at = :until, failed_at = case when :over then :now::timestamptz end
            where org_id = :org_id and id = :id
            """;

    /** Of every company (org_id), by age. */
    static final String FORGET = """
            delete from customergroup_task
            where failed_at < :before -- every org_id
            """;

    static final String DELETE = """
            delete from customergroup_task
            where org_id = :org_id and id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GroupTaskStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    enum Kind {
        SAY,
        REMOVE,
        MOVE
    }

    /**
     * @param text of SAY, with the files behind it
     * @param person REMOVE: who goes; MOVE: whose place becomes that of {@code other}
     */
    record Work(
            Kind kind,
            @Nullable String text,
            @Nullable List<Long> files,
            @Nullable Long person,
            @Nullable Long other) {}

    record Task(long id, long orgId, long groupId, String key, Work work, int failures) {}

    void add(CustomerGroup group, String key, Work work, Instant now) {
        jdbc.sql(ADD)
                .param("org_id", group.orgId())
                .param("group_id", group.id())
                .param("key", key)
                .param("work", json.writeValueAsString(work))
                .param("now", Sql.at(now))
                .update();
    }

    List<Task> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Task(
                        rs.getLong("id"),
                        rs.getLong("org_id"),
                        rs.getLong("group_id"),
                        rs.getString("key"),
                        json.readValue(rs.getString("work"), Work.class),
                        rs.getInt("failures")))
                .list();
    }

    void postpone(Task task, Instant until) {
        jdbc.sql(POSTPONE)
                .param("org_id", task.orgId())
                .param("id", task.id())
                .param("until", Sql.at(until))
                .update();
    }

    void failed(Task task, Instant until, boolean over, Instant now) {
        jdbc.sql(FAILED)
                .param("org_id", task.orgId())
                .param("id", task.id())
                .param("until", Sql.at(until))
                .param("over", over)
                .param("now", Sql.at(now))
                .update();
    }

    void forgetFailed(Instant before) {
        jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }

    void delete(Task task) {
        jdbc.sql(DELETE).param("org_id", task.orgId()).param("id", task.id()).update();
    }
}
