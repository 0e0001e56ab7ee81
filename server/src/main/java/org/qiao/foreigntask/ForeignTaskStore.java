package org.qiao.foreigntask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTask.Answer;
import org.qiao.foreigntask.ForeignTask.Content;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTask.ForeignTaskFact;
import org.qiao.foreigntask.ForeignTask.How;
import org.qiao.foreigntask.ForeignTask.State;
import org.qiao.foreigntask.ForeignTask.Times;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks and the systems they come from. */
@Repository
class ForeignTaskStore {

    static final String ADD_SYSTEM = """
            insert into foreigntask_system (org_id, name)
            values (:org_id, :name)
            on conflict (org_id, name) do nothing
            """;

    static final String FIND_SYSTEM = """
            select id
            from foreigntask_system
            where org_id = :org_id and name = :name
            """;

    static final String SYSTEMS = """
            select id, name
            from foreigntask_system
            where org_id = :org_id
            order by name
            """;

    private static final String COLUMNS_PART = """
            t.id, t.system_id, t.task_key, t.title, t.facts, t.link, t.due_at, t.buttons, t.state, t.how, t.version, t.digest,
                t.answer, t.answered_by, t.answered_at, t.answer_text, t.created_at, t.changed_at, t.ended_at
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from foreigntask_task t
            where t.org_id = :org_id and t.id = any(:ids)
            order by t.id
            """;

    static final String FIND_KEYS = "select " + COLUMNS_PART + """
            from foreigntask_task t
            where t.org_id = :org_id and t.system_id = :system_id and t.task_key = any(:keys)
            """;

    /** One statement for up to a hundred tasks, new and old ones. */
    static final String SAVE = """
            insert into foreigntask_task (org_id, system_id, task_key, title, facts, link, due_at, buttons, state, how, version, digest,
                answer, answered_by, answered_at, answer_text, created_at, changed_at, ended_at)
            select :org_id, r.system_id, r.task_key, r.title, r.facts, r.link, r.due_at, r.buttons, r.state, r.how, r.version, r.digest,
                r.answer, r.answered_by, r.answered_at, r.answer_text, r.created_at, r.changed_at, r.ended_at
            from jsonb_to_recordset(:rows::jsonb) as r (system_id bigint, task_key text, title text, facts jsonb, link text,
                due_at timestamptz, buttons jsonb, state text, how text, version integer, digest text, answer text, answered_by bigint,
                answered_at timestamptz, answer_text text, created_at timestamptz, changed_at timestamptz, ended_at timestamptz)
            order by r.task_key
            on conflict (org_id, system_id, task_key) do update
            set title = excluded.title, facts = excluded.facts, link = excluded.link, due_at = excluded.due_at,
                buttons = excluded.buttons, state = excluded.state, how = excluded.how, version = excluded.version,
                digest = excluded.digest, answer = excluded.answer, answered_by = excluded.answered_by,
                answered_at = excluded.answered_at, answer_text = excluded.answer_text, changed_at = excluded.changed_at,
                ended_at = excluded.ended_at
            returning id, system_id, task_key
            """;

    /** The newest first; "place" is the key of the page. */
    static final String LIST = "select a.place, " + COLUMNS_PART + """
            from foreigntask_assignee a
            join foreigntask_task t on t.org_id = a.org_id and t.id = a.task_id
            where a.org_id = :org_id and a.member_id = :principal_id and a.open = :open and a.place < :before
                and (:system_id::bigint is null or a.system_id = :system_id)
                and (:pattern::text is null or lower(t.title) like :pattern)
            order by a.place desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ForeignTaskStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param place key of the page */
    record Line(long place, ForeignTask task) {}

    /** Which part of a person's list. */
    record Wanted(
            boolean open, @Nullable Long systemId, @Nullable String pattern, long before, int limit) {}

    private record Named(long systemId, String key) {}

    /** Makes it when it is new. Only under the company's turn. */
    long system(long orgId, String name) {
        jdbc.sql(ADD_SYSTEM).param("org_id", orgId).param("name", name).update();
        return findSystem(orgId, name);
    }

    /** 0 for none: nothing belongs to it. */
    long findSystem(long orgId, String name) {
        return jdbc.sql(FIND_SYSTEM)
                .param("org_id", orgId)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Map<Long, String> systems(long orgId) {
        Map<Long, String> systems = new LinkedHashMap<>();
        jdbc.sql(SYSTEMS).param("org_id", orgId).query(rs -> {
            systems.put(rs.getLong("id"), rs.getString("name"));
        });
        return systems;
    }

    List<ForeignTask> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row())
                .list();
    }

    Map<String, ForeignTask> findKeys(long orgId, long systemId, Collection<String> keys) {
        Map<String, ForeignTask> found = new HashMap<>();
        jdbc.sql(FIND_KEYS)
                .param("org_id", orgId)
                .param("system_id", systemId)
                .param("keys", keys.toArray(String[]::new))
                .query(row())
                .list()
                .forEach(task -> found.put(task.key(), task));
        return found;
    }

    List<Line> list(long orgId, long memberId, Wanted wanted) {
        RowMapper<ForeignTask> row = row();
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("principal_id", memberId)
                .param("open", wanted.open())
                .param("system_id", wanted.systemId())
                .param("pattern", wanted.pattern())
                .param("before", wanted.before())
                .param("limit", wanted.limit())
                .query((rs, n) -> new Line(rs.getLong("place"), row.mapRow(rs, n)))
                .list();
    }

    /** In the order given, with their numbers. */
    List<ForeignTask> save(long orgId, List<ForeignTask> tasks) {
        ArrayNode rows = json.createArrayNode();
        tasks.forEach(task -> rows.add(node(task)));
        Map<Named, Long> ids = new HashMap<>();
        jdbc.sql(SAVE)
                .param("org_id", orgId)
                .param("rows", json.writeValueAsString(rows))
                .query(rs -> {
                    ids.put(new Named(rs.getLong("system_id"), rs.getString("task_key")), rs.getLong("id"));
                });
        return tasks.stream()
                .map(task -> task.stored(Objects.requireNonNull(ids.get(new Named(task.systemId(), task.key())))))
                .toList();
    }

    private ObjectNode node(ForeignTask task) {
        Content content = task.content();
        ObjectNode row = json.createObjectNode();
        row.put("system_id", task.systemId()).put("task_key", task.key()).put("title", content.title());
        row.set("facts", json.valueToTree(content.facts()));
        row.set("buttons", json.valueToTree(content.answers()));
        row.put("link", content.link());
        put(row, "due_at", content.dueAt());
        row.put("state", task.state().name());
        How how = task.how();
        row.put("how", how == null ? null : how.name());
        row.put("version", task.version()).put("digest", task.digest());
        Answer answer = task.answer();
        if (answer != null) {
            row.put("answer", answer.key())
                    .put("answered_by", answer.memberId())
                    .put("answer_text", answer.text());
            put(row, "answered_at", answer.at());
        }
        put(row, "created_at", task.times().createdAt());
        put(row, "changed_at", task.times().changedAt());
        put(row, "ended_at", task.times().endedAt());
        return row;
    }

    private static void put(ObjectNode row, String name, @Nullable Instant at) {
        row.put(name, at == null ? null : at.toString());
    }

    private RowMapper<ForeignTask> row() {
        return (rs, n) -> new ForeignTask(
                rs.getLong("id"),
                rs.getLong("system_id"),
                rs.getString("task_key"),
                content(rs),
                State.valueOf(rs.getString("state")),
                rs.getString("how") == null ? null : How.valueOf(rs.getString("how")),
                rs.getInt("version"),
                rs.getString("digest"),
                answer(rs),
                new Times(
                        Sql.instant(rs, "created_at"),
                        Sql.instant(rs, "changed_at"),
                        Sql.instantOrNull(rs, "ended_at")));
    }

    private Content content(ResultSet rs) throws SQLException {
        return new Content(
                rs.getString("title"),
                List.of(json.readValue(rs.getString("facts"), ForeignTaskFact[].class)),
                rs.getString("link"),
                Sql.instantOrNull(rs, "due_at"),
                List.of(json.readValue(rs.getString("buttons"), ForeignTaskAnswer[].class)));
    }

    private static @Nullable Answer answer(ResultSet rs) throws SQLException {
        String key = rs.getString("answer");
        return key == null
                ? null
                : new Answer(
                        key, rs.getLong("answered_by"), rs.getString("answer_text"), Sql.instant(rs, "answered_at"));
    }
}
