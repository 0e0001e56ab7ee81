package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.Approval.State;
import org.qiao.approval.Approval.SummaryLine;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of runs. */
@Repository
class ApprovalStore {

    private static final TypeReference<List<SummaryLine>> LINES = new TypeReference<>() {};

    static final String INSERT = """
            insert into approval (org_id, template_id, template_no, number, title, applicant_id, department_id, state,
                form_values, summary, search_text, version, client_key, undoes_id, submitted_at, moved_at)
            values (:org_id, :template_id, :template_no, :number, :title, :applicant_id, :department_id::bigint, 'RUNNING',
                :form_values::jsonb, :summary::jsonb, :search_text, 0, :key, :undoes_id::bigint, :now, :now)
            returning id
            """;

    static final String FIND_KEY = """
            select id
            from approval
            where org_id = :org_id and applicant_id = :applicant_id and client_key = :key
            """;

    static final String FIND = """
            select id, org_id, template_id, template_no, number, title, applicant_id, department_id, state, form_values,
                summary, version, undoes_id, undone_by_id, submitted_at, ended_at, moved_at
            from approval
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = """
            select id, org_id, template_id, template_no, number, title, applicant_id, department_id, state, form_values,
                summary, version, undoes_id, undone_by_id, submitted_at, ended_at, moved_at
            from approval
            where org_id = :org_id and id = :id
            for update
            """;

    static final String MOVE = """
            update approval
            set state = :state, version = :version, ended_at = coalesce(ended_at, :ended_at::timestamptz),
                moved_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String FILL = """
            update approval
            set form_values = :form_values::jsonb, summary = :summary::jsonb, search_text = :search_text
            where org_id = :org_id and id = :id
            """;

    static final String URGED_AT = """
            select urged_at
            from approval
            where org_id = :org_id and id = :id and urged_at is not null
            """;

    static final String URGED = """
            update approval
            set urged_at = :now
            where org_id = :org_id and id = :id
            """;

    /** Only what was agreed, and once. */
    static final String UNDO = """
            update approval
            set undone_by_id = :by_id, moved_at = :now
            where org_id = :org_id and id = :id and state = 'AGREED' and undone_by_id is null
            """;

    /** Serialises the submissions of one person. */
    static final String LOCK_APPLICANT = """
            select pg_advisory_xact_lock(hashtextextended('approval:' || :org_id || ':' || :applicant_id, 0))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Approval> row;

    ApprovalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Approval(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("template_id"),
                rs.getInt("template_no"),
                rs.getString("number"),
                rs.getString("title"),
                rs.getLong("applicant_id"),
                Sql.longOrNull(rs, "department_id"),
                State.valueOf(rs.getString("state")),
                rs.getString("form_values"),
                json.readValue(rs.getString("summary"), LINES),
                rs.getInt("version"),
                Sql.longOrNull(rs, "undoes_id"),
                Sql.longOrNull(rs, "undone_by_id"),
                Sql.instant(rs, "submitted_at"),
                Sql.instantOrNull(rs, "ended_at"),
                Sql.instant(rs, "moved_at"));
    }

    /** A run that is about to begin; its first events make it move. */
    record Fresh(
            long templateId,
            int templateNo,
            String number,
            String title,
            @Nullable Long departmentId,
            Filled filled,
            String key,
            @Nullable Long undoesId) {}

    /** What follows from the values. */
    record Filled(String values, List<SummaryLine> summary, String searchText) {}

    void lockApplicant(Actor actor) {
        jdbc.sql(LOCK_APPLICANT)
                .param("org_id", actor.orgId())
                .param("applicant_id", actor.principalId())
                .query((rs, n) -> 0)
                .single();
    }

    Optional<Long> findKey(Actor actor, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", actor.orgId())
                .param("applicant_id", actor.principalId())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    long insert(Actor actor, Fresh fresh, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("template_id", fresh.templateId())
                .param("template_no", fresh.templateNo())
                .param("number", fresh.number())
                .param("title", fresh.title())
                .param("applicant_id", actor.principalId())
                .param("department_id", fresh.departmentId())
                .param("form_values", fresh.filled().values())
                .param("summary", json.writeValueAsString(fresh.filled().summary()))
                .param("search_text", fresh.filled().searchText())
                .param("key", fresh.key())
                .param("undoes_id", fresh.undoesId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<Approval> find(long orgId, long id) {
        return find(orgId, List.of(id)).stream().findFirst();
    }

    List<Approval> find(long orgId, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    /** Until the end of the transaction. */
    Optional<Approval> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(row).optional();
    }

    void move(Approval approval, State state, int version, Instant now) {
        jdbc.sql(MOVE)
                .param("org_id", approval.orgId())
                .param("id", approval.id())
                .param("state", state.name())
                .param("version", version)
                .param("ended_at", state.isEnd() ? Sql.at(now) : null)
                .param("now", Sql.at(now))
                .update();
    }

    void fill(Approval approval, Filled filled) {
        jdbc.sql(FILL)
                .param("org_id", approval.orgId())
                .param("id", approval.id())
                .param("form_values", filled.values())
                .param("summary", json.writeValueAsString(filled.summary()))
                .param("search_text", filled.searchText())
                .update();
    }

    /** False when it was not agreed or is undone already. */
    boolean undo(long orgId, long id, long byId, Instant now) {
        return jdbc.sql(UNDO)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("by_id", byId)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Instant> urgedAt(Approval run) {
        return jdbc.sql(URGED_AT)
                .param("org_id", run.orgId())
                .param("id", run.id())
                .query((rs, n) -> Sql.instant(rs, "urged_at"))
                .optional();
    }

    void urged(Approval run, Instant now) {
        jdbc.sql(URGED)
                .param("org_id", run.orgId())
                .param("id", run.id())
                .param("now", Sql.at(now))
                .update();
    }
}
