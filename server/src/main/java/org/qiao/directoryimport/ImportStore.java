package org.qiao.directoryimport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportStore {

    static final String INSERT = """
            insert into directoryimport_job (org_id, created_by, name, state, content, created_at)
            values (:org_id, :created_by, :name, 'CHECKING', :content, :now)
            returning id
            """;

    static final String DELETE_OLD = """
            delete from directoryimport_job
            where org_id = :org_id and created_at < :before and state not in ('CHECKING', 'RUNNING')
            """;

    static final String FIND = """
            select id, name, state, failure, row_count, done, good, bad, created, updated, problem_count, created_at
            from directoryimport_job
            where org_id = :org_id and id = :id
            """;

    static final String CONTENT = """
            select content
            from directoryimport_job
            where org_id = :org_id and id = :id
            """;

    static final String CHECKED = """
            update directoryimport_job
            set state = 'CHECKED', row_count = :rows, good = :good, bad = :bad, problem_count = :problems
            where org_id = :org_id and id = :id and state = 'CHECKING'
            """;

    /** Only one request wins. */
    static final String START = """
            update directoryimport_job
            set state = 'RUNNING', done = 0
            where org_id = :org_id and id = :id and state = 'CHECKED'
            """;

    static final String PROGRESS = """
            update directoryimport_job
            set done = :done
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    /** In the transaction of the import itself: DONE and the members become visible together. */
    static final String FINISH = """
            update directoryimport_job
            set state = 'DONE', done = :done, created = :created, updated = :updated, content = null
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String FAIL = """
            update directoryimport_job
            set state = 'FAILED', failure = :failure, content = null
            where org_id = :org_id and id = :id and state in ('CHECKING', 'RUNNING')
            """;

    /** At the start of the server: what was under way died with the last one, and its transaction with it. */
    static final String FAIL_INTERRUPTED = """
            update directoryimport_job
            set state = 'FAILED', failure = :failure, content = null
            where state in ('CHECKING', 'RUNNING')
            """;

    static final String INSERT_PROBLEMS = """
            insert into directoryimport_problem (org_id, import_id, no, row_no, column_id, code, params)
            select :org_id, :id, t.no, t.row_no, t.column_id, t.code, cast(t.params as jsonb)
            from unnest(cast(:nos as integer[]), cast(:rows as integer[]), cast(:columns as text[]), cast(:codes as text[]),
                cast(:params as text[])) as t (no, row_no, column_id, code, params)
            """;

    static final String PROBLEMS = """
            select no, row_no, column_id, code, params
            from directoryimport_problem
            where org_id = :org_id and import_id = :id and no > :after
            order by no
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> PARAMS = new TypeReference<>() {};

    private static final RowMapper<ImportView> ROW = (rs, n) -> new ImportView(
            rs.getLong("id"),
            rs.getString("name"),
            ImportState.valueOf(rs.getString("state")),
            rs.getString("failure"),
            new ImportView.Counts(
                    rs.getInt("row_count"),
                    rs.getInt("done"),
                    rs.getInt("good"),
                    rs.getInt("bad"),
                    rs.getInt("created"),
                    rs.getInt("updated")),
            List.of(),
            rs.getInt("problem_count"),
            Sql.instant(rs, "created_at"));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<NumberedProblem> problem;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.problem = (rs, n) -> new NumberedProblem(
                rs.getInt("no"),
                new RowProblem(
                        rs.getInt("row_no"),
                        rs.getString("column_id"),
                        RowProblem.Code.valueOf(rs.getString("code")),
                        json.readValue(rs.getString("params"), PARAMS)));
    }

    /** A problem with its paging key. */
    record NumberedProblem(int no, RowProblem problem) {}

    long insert(Actor actor, String name, byte[] content, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("created_by", actor.principalId())
                .param("name", name)
                .param("content", content)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void deleteOld(long orgId, Instant before) {
        jdbc.sql(DELETE_OLD)
                .param("org_id", orgId)
                .param("before", Sql.at(before))
                .update();
    }

    Optional<ImportView> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    byte[] content(long orgId, long id) {
        return jdbc.sql(CONTENT)
                .param("org_id", orgId)
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    void checked(long orgId, long id, ImportPlan plan) {
        jdbc.sql(CHECKED)
                .param("org_id", orgId)
                .param("id", id)
                .param("rows", plan.rows())
                .param("good", plan.good())
                .param("bad", plan.bad())
                .param("problems", plan.problems().size())
                .update();
    }

    boolean start(long orgId, long id) {
        return jdbc.sql(START).param("org_id", orgId).param("id", id).update() == 1;
    }

    void progress(long orgId, long id, int done) {
        jdbc.sql(PROGRESS)
                .param("org_id", orgId)
                .param("id", id)
                .param("done", done)
                .update();
    }

    void finish(long orgId, long id, ImportPlan plan) {
        jdbc.sql(FINISH)
                .param("org_id", orgId)
                .param("id", id)
                .param("done", plan.good())
                .param("created", plan.additions().size())
                .param("updated", plan.changes().size())
                .update();
    }

    void fail(long orgId, long id, String code) {
        jdbc.sql(FAIL)
                .param("org_id", orgId)
                .param("id", id)
                .param("failure", code)
                .update();
    }

    int failInterrupted() {
        return jdbc.sql(FAIL_INTERRUPTED)
                .param("failure", ImportProblem.INTERRUPTED.code())
                .update();
    }

    void insertProblems(long orgId, long id, List<RowProblem> problems) {
        jdbc.sql(INSERT_PROBLEMS)
                .param("org_id", orgId)
                .param("id", id)
                .param("nos", IntStream.rangeClosed(1, problems.size()).boxed().toArray(Integer[]::new))
                .param("rows", problems.stream().map(RowProblem::row).toArray(Integer[]::new))
                .param("columns", problems.stream().map(RowProblem::column).toArray(String[]::new))
                .param("codes", problems.stream().map(row -> row.code().name()).toArray(String[]::new))
                .param(
                        "params",
                        problems.stream()
                                .map(row -> json.writeValueAsString(row.params()))
                                .toArray(String[]::new))
                .update();
    }

    List<NumberedProblem> problems(long orgId, long id, long after, int limit) {
        return jdbc.sql(PROBLEMS)
                .param("org_id", orgId)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(problem)
                .list();
    }
}
