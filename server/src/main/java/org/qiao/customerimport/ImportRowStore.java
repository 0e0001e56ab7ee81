package org.qiao.customerimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of files, with what is wrong with each and what came of it. */
@Repository
class ImportRowStore {

    private static final String COLUMNS_PART = """
            select r.row_no, r.state, r.content, r.faults, r.customer_id, r.code
            from customerimport_row r
            """;

    static final String INSERT = """
            insert into customerimport_row (org_id, import_id, row_no, state, content, faults, customer_id)
            select :org_id, :id, i.row_no, i.state, i.content::jsonb, i.faults::jsonb, i.customer_id
            from unnest(:numbers::integer[], :states::text[], :contents::text[], :faults::text[], :customers::bigint[])
                as i (row_no, state, content, faults, customer_id)
            """;

    static final String LIST = COLUMNS_PART + """
            where r.org_id = :org_id and r.import_id = :id and r.row_no > :after
                and (:state::text is null or r.state = :state::text)
            order by r.row_no
            limit :limit
            """;

    static final String WAITING = """
            select row_no
            from customerimport_row
            where org_id = :org_id and import_id = :id and state in ('READY', 'KNOWN')
            order by row_no
            limit :limit
            """;

    /** Nothing when it was written, or its import was called off. */
    static final String LOCK = COLUMNS_PART + """
            join customerimport_job j on j.org_id = r.org_id and j.id = r.import_id
            where r.org_id = :org_id and r.import_id = :id and r.row_no = :row_no and r.state in ('READY', 'KNOWN')
                and j.state = 'RUNNING'
            for update of r
            """;

    static final String SET = """
            update customerimport_row
            set state = :state, customer_id = coalesce(:customer_id::bigint, customer_id), code = :code
            where org_id = :org_id and import_id = :id and row_no = :row_no and state in ('READY', 'KNOWN')
            """;

    static final String SKIP_KNOWN = """
            update customerimport_row
            set state = 'SKIPPED'
            where org_id = :org_id and import_id = :id and state = 'KNOWN'
            """;

    /** Of all companies: what is in rows is about people, and nobody needs it any more. */
    static final String FORGET = """
            delete from customerimport_row
            where (org_id, import_id) in (
                select org_id, id
                from customerimport_job
                where created_at < :before and state <> 'RUNNING')
            """;

    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRowStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param customerId who is known already, or whom it has become
     * @param code why it failed; null: it did not
     */
    record Row(
            int number,
            RowState state,
            ImportedRow content,
            List<RowFault> faults,
            @Nullable Long customerId,
            @Nullable String code) {}

    void insert(long orgId, long id, List<Row> rows) {
        of(INSERT, orgId, id)
                .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
                .param("states", rows.stream().map(row -> row.state().name()).toArray(String[]::new))
                .param(
                        "contents",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.content()))
                                .toArray(String[]::new))
                .param(
                        "faults",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.faults()))
                                .toArray(String[]::new))
                .param("customers", rows.stream().map(Row::customerId).toArray(Long[]::new))
                .update();
    }

    List<Row> list(long orgId, long id, @Nullable RowState state, long after, int limit) {
        return of(LIST, orgId, id)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<Integer> waiting(long orgId, long id, int limit) {
        return of(WAITING, orgId, id).param("limit", limit).query(Integer.class).list();
    }

    Optional<Row> lock(long orgId, long id, int number) {
        return of(LOCK, orgId, id).param("row_no", number).query(this::row).optional();
    }

    /** What came of a row. */
    record Result(
            RowState state,
            @Nullable Long customerId,
            @Nullable String code) {}

    boolean set(long orgId, long id, int number, Result result) {
        return of(SET, orgId, id)
                        .param("row_no", number)
                        .param("state", result.state().name())
                        .param("customer_id", result.customerId())
                        .param("code", result.code())
                        .update()
                == 1;
    }

    int skipKnown(long orgId, long id) {
        return of(SKIP_KNOWN, orgId, id).update();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }

    private Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getInt("row_no"),
                RowState.valueOf(rs.getString("state")),
                json.readValue(rs.getString("content"), ImportedRow.class),
                json.readValue(rs.getString("faults"), FAULTS),
                Sql.longOrNull(rs, "customer_id"),
                rs.getString("code"));
    }
}
