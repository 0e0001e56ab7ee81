package org.qiao.reporttemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.platform.Sql;
import org.qiao.reporttemplate.ReportTemplateRequests.ReportAccessRequest;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Templates themselves, without what their versions hold. */
@Repository
class ReportTemplateStore {

    static final String LIST = """
            select id, state, shipped_key, name, icon, description, cycle, write_range, managers, data_managers, version, updated_at
            from report_template
            where org_id = :org_id and state <> 'DELETED'
            order by position, id
            """;

    static final String FIND = """
            select id, state, shipped_key, name, icon, description, cycle, write_range, managers, data_managers, version, updated_at
            from report_template
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = """
            select id
            from report_template
            where org_id = :org_id and id = :id
            for update
            """;

    static final String COUNT = """
            select count(*)
            from report_template
            where org_id = :org_id and state <> 'DELETED'
            """;

    static final String INSERT = """
            insert into report_template (org_id, position, state, shipped_key, name, icon, description, cycle, write_range,
                managers, data_managers, version, created_at, updated_at)
            values (:org_id, coalesce((select max(position) + 1 from report_template where org_id = :org_id), 1), :state,
                :shipped_key, :name, :icon, :description, :cycle, :write_range::jsonb, '{}', '{}', 0, :now, :now)
            returning id
            """;

    static final String PUBLISH = """
            update report_template
            set name = :name, icon = :icon, description = :description, cycle = :cycle, version = version + 1, updated_at = :now
            where org_id = :org_id and id = :id
            returning version
            """;

    static final String SET_STATE = """
            update report_template
            set state = :state, updated_at = :now
            where org_id = :org_id and id = :id and state <> 'DELETED'
            """;

    static final String SET_ACCESS = """
            update report_template
            set write_range = :write_range::jsonb, managers = :managers, data_managers = :data_managers, updated_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String ARRANGE = """
            update report_template t
            set position = o.position
            from unnest(:ids::bigint[]) with ordinality as o (id, position)
            where t.org_id = :org_id and t.id = o.id
            """;

    static final String MANAGED_BY = """
            select exists (
                select 1
                from report_template
                where org_id = :org_id and :member_id = any(managers) and state <> 'DELETED')
            """;

    static final String PUSH_BACK = """
            update report_template
            set position = position + 1000
            where org_id = :org_id and not id = any(:ids) and position < 1000
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<ReportTemplate> row;

    ReportTemplateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new ReportTemplate(
                rs.getLong("id"),
                ReportTemplate.State.valueOf(rs.getString("state")),
                rs.getString("shipped_key"),
                rs.getString("name"),
                rs.getString("icon"),
                rs.getString("description"),
                ReportCycle.valueOf(rs.getString("cycle")),
                json.readValue(rs.getString("write_range"), StartRange.class),
                ids(rs, "managers"),
                ids(rs, "data_managers"),
                rs.getInt("version"),
                Sql.instant(rs, "updated_at"));
    }

    private static Set<Long> ids(ResultSet rs, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((Long[]) rs.getArray(column).getArray()));
    }

    boolean isManagedBy(long orgId, long memberId) {
        return jdbc.sql(MANAGED_BY)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .query(Boolean.class)
                .single();
    }

    /** In their order, those that are not deleted. */
    List<ReportTemplate> list(long orgId) {
        return jdbc.sql(LIST).param("org_id", orgId).query(row).list();
    }

    Optional<ReportTemplate> find(long orgId, long id) {
        return find(orgId, List.of(id)).stream().findFirst();
    }

    /** Deleted ones too. */
    List<ReportTemplate> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    void lock(long orgId, long id) {
        jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(Long.class).optional();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    /** Without a version yet; {@link #publish} gives it the first. */
    long insert(
            long orgId, ReportTemplate.State state, @Nullable String shippedKey, ReportContent content, Instant now) {
        return content(jdbc.sql(INSERT), content)
                .param("org_id", orgId)
                .param("state", state.name())
                .param("shipped_key", shippedKey, java.sql.Types.VARCHAR)
                .param("write_range", json.writeValueAsString(StartRange.EVERYONE))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, ReportContent content) {
        return statement
                .param("name", content.name())
                .param("icon", content.icon())
                .param("description", content.description())
                .param("cycle", content.rules().cycle().name());
    }

    /** @return the number of the new version */
    int publish(long orgId, long id, ReportContent content, Instant now) {
        return content(jdbc.sql(PUBLISH), content)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    void setState(long orgId, long id, ReportTemplate.State state, Instant now) {
        jdbc.sql(SET_STATE)
                .param("org_id", orgId)
                .param("id", id)
                .param("state", state.name())
                .param("now", Sql.at(now))
                .update();
    }

    void setAccess(long orgId, long id, ReportAccessRequest access, Instant now) {
        jdbc.sql(SET_ACCESS)
                .param("org_id", orgId)
                .param("id", id)
                .param("write_range", json.writeValueAsString(access.write()))
                .param("managers", access.managers().toArray(Long[]::new))
                .param("data_managers", access.dataManagers().toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void arrange(long orgId, List<Long> ids) {
        Long[] order = ids.toArray(Long[]::new);
        jdbc.sql(PUSH_BACK).param("org_id", orgId).param("ids", order).update();
        jdbc.sql(ARRANGE).param("org_id", orgId).param("ids", order).update();
    }
}
