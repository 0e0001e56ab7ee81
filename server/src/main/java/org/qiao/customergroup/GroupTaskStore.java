package org.qiao.customergroup;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
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
            on conflict (org_id, group_id, key) do update
                set work = excluded.work, due_at = excluded.due_at, failures = 0, failed_at = null, reason = ''
                where customergroup_task.failed_at is not null
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

    /** Tried again after a while; once given up it stays, for whoever manages the group. */
    static final String FAILED = """
            update customergroup_task
            set failures = failures + 1, due_at = :until, failed_at = case when :over then :now::timestamptz end, reason = :reason
            where org_id = :org_id and id = :id
            """;

    static final String GIVEN_UP = """
            select id, work, failures, failed_at, reason
            from customergroup_task
            where org_id = :org_id and group_id = :group_id and failed_at is not null
            order by id desc
            limit :limit
            """;

    static final String GIVEN_UP_COUNTS = """
            select group_id, count(*) as failed
            from customergroup_task
            where org_id = :org_id and group_id = any(:groups) and failed_at is not null
            group by group_id
            """;

    static final String AGAIN = """
            update customergroup_task
            set failed_at = null, failures = 0, due_at = :now, reason = ''
            where org_id = :org_id and group_id = :group_id and id = :id and failed_at is not null
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
     * @param text of SAY, with what is attached to it
     * @param files of SAY too: uploads, in tasks that were written before there was anything else
     * @param person REMOVE: who goes; MOVE: whose place becomes that of {@code other}
     */
    record Work(
            Kind kind,
            @Nullable String text,
            @Nullable List<Long> files,
            @Nullable List<Attached> attached,
            @Nullable Long person,
            @Nullable Long other) {

        static Work say(String text, List<Attached> attached) {
            return new Work(Kind.SAY, text, null, attached, null, null);
        }

        static Work of(Kind kind, long person, @Nullable Long other) {
            return new Work(kind, null, null, null, person, other);
        }

        List<Attached> all() {
            return attached != null ? attached : files == null ? List.of() : Attached.files(files);
        }

        @Override
        public String toString() {
            return "Work " + kind;
        }
    }

    /** @param reason the code of a refusal; empty: something broke */
    record GivenUp(long id, Work work, int failures, Instant failedAt, String reason) {}

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

    List<GivenUp> givenUp(CustomerGroup group, int limit) {
        return jdbc.sql(GIVEN_UP)
                .param("org_id", group.orgId())
                .param("group_id", group.id())
                .param("limit", limit)
                .query((rs, n) -> new GivenUp(
                        rs.getLong("id"),
                        json.readValue(rs.getString("work"), Work.class),
                        rs.getInt("failures"),
                        Sql.instant(rs, "failed_at"),
                        rs.getString("reason")))
                .list();
    }

    /** How many were given up; groups without one are left out. */
    Map<Long, Integer> givenUp(long orgId, Collection<Long> groups) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(GIVEN_UP_COUNTS)
                .param("org_id", orgId)
                .param("groups", groups.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(rs.getLong("group_id"), rs.getInt("failed"));
                });
        return counts;
    }

    /** False when there is no such one. */
    boolean again(CustomerGroup group, long id, Instant now) {
        return jdbc.sql(AGAIN)
                        .param("org_id", group.orgId())
                        .param("group_id", group.id())
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** @param until the next try; null: it is given up now */
    void failed(Task task, @Nullable Instant until, String reason, Instant now) {
        jdbc.sql(FAILED)
                .param("org_id", task.orgId())
                .param("id", task.id())
                .param("until", Sql.at(until == null ? now : until))
                .param("over", until == null)
                .param("reason", reason)
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
