package org.qiao.approvaltemplate;

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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Templates themselves, without what their versions hold. */
@Repository
class TemplateStore {

    static final String LIST = """
            select t.id, t.group_id, t.position, t.state, t.shipped_key, t.name, t.icon, t.description, t.prefix, t.start_range,
                t.managers, t.data_managers, t.version, t.published_revision, d.revision, t.updated_at
            from approval_template t
            join approval_template_draft d on d.org_id = t.org_id and d.template_id = t.id
            where t.org_id = :org_id and t.state <> 'DELETED'
            order by t.position, t.id
            """;

    static final String FIND = """
            select t.id, t.group_id, t.position, t.state, t.shipped_key, t.name, t.icon, t.description, t.prefix, t.start_range,
                t.managers, t.data_managers, t.version, t.published_revision, d.revision, t.updated_at
            from approval_template t
            join approval_template_draft d on d.org_id = t.org_id and d.template_id = t.id
            where t.org_id = :org_id and t.id = any(:ids)
            """;

    static final String LOCK = """
            select id
            from approval_template
            where org_id = :org_id and id = :id
            for update
            """;

    static final String COUNT = """
            select count(*)
            from approval_template
            where org_id = :org_id and state <> 'DELETED'
            """;

    static final String INSERT = """
            insert into approval_template (org_id, group_id, position, shipped_key, name, icon, description, prefix, start_range,
                managers, data_managers, created_at, updated_at)
            values (:org_id, :group_id, coalesce((select max(position) + 1 from approval_template where org_id = :org_id), 1),
                :shipped_key, :name, :icon, :description, :prefix, :start_range::jsonb, '{}', '{}', :now, :now)
            returning id
            """;

    static final String SET_PREFIX = """
            update approval_template
            set prefix = :prefix
            where org_id = :org_id and id = :id
            """;

    /** Until the first version what is shown is what is worked on. */
    static final String RENAME_UNPUBLISHED = """
            update approval_template
            set name = :name, icon = :icon, description = :description, prefix = :prefix, updated_at = :now
            where org_id = :org_id and id = :id and version = 0
            """;

    static final String PUBLISH = """
            update approval_template
            set name = :name, icon = :icon, description = :description, prefix = :prefix, version = version + 1,
                published_revision = :revision, updated_at = :now
            where org_id = :org_id and id = :id
            returning version
            """;

    static final String SET_STATE = """
            update approval_template
            set state = :state, updated_at = :now
            where org_id = :org_id and id = :id and state <> 'DELETED'
            """;

    static final String SET_ACCESS = """
            update approval_template
            set start_range = :start_range::jsonb, managers = :managers, data_managers = :data_managers, updated_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String PLACE = """
            update approval_template
            set group_id = :group_id, position = :position
            where org_id = :org_id and id = :id
            """;

    static final String PREFIX_TAKEN = """
            select exists (
                select 1
                from approval_template
                where org_id = :org_id and prefix = :prefix and id <> :id and version > 0 and state <> 'DELETED')
            """;

    static final String MANAGED_BY = """
            select exists (
                select 1
                from approval_template
                where org_id = :org_id and :member_id = any(managers) and state <> 'DELETED')
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<TemplateRow> row;

    TemplateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new TemplateRow(
                rs.getLong("id"),
                Sql.longOrNull(rs, "group_id"),
                rs.getInt("position"),
                TemplateState.valueOf(rs.getString("state")),
                rs.getString("shipped_key"),
                rs.getString("name"),
                rs.getString("icon"),
                rs.getString("description"),
                rs.getString("prefix"),
                json.readValue(rs.getString("start_range"), StartRange.class),
                ids(rs, "managers"),
                ids(rs, "data_managers"),
                rs.getInt("version"),
                rs.getInt("published_revision"),
                rs.getInt("revision"),
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
    List<TemplateRow> list(long orgId) {
        return jdbc.sql(LIST).param("org_id", orgId).query(row).list();
    }

    Optional<TemplateRow> find(long orgId, long id) {
        return find(orgId, List.of(id)).stream().findFirst();
    }

    /** Deleted ones too: what was applied for with them keeps its name. */
    List<TemplateRow> find(long orgId, Collection<Long> ids) {
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

    long insert(long orgId, @Nullable Long groupId, @Nullable String shippedKey, TemplateContent content, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("group_id", groupId, java.sql.Types.BIGINT)
                .param("shipped_key", shippedKey, java.sql.Types.VARCHAR)
                .param("name", content.name())
                .param("icon", content.icon())
                .param("description", content.description())
                .param("prefix", content.settings().numbering().prefix())
                .param("start_range", json.writeValueAsString(StartRange.EVERYONE))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void setPrefix(long orgId, long id, String prefix) {
        jdbc.sql(SET_PREFIX)
                .param("org_id", orgId)
                .param("id", id)
                .param("prefix", prefix)
                .update();
    }

    void renameUnpublished(long orgId, long id, TemplateContent content, Instant now) {
        jdbc.sql(RENAME_UNPUBLISHED)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", content.name())
                .param("icon", content.icon())
                .param("description", content.description())
                .param("prefix", content.settings().numbering().prefix())
                .param("now", Sql.at(now))
                .update();
    }

    /** @return the number of the new version */
    int publish(long orgId, long id, TemplateContent content, int revision, Instant now) {
        return jdbc.sql(PUBLISH)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", content.name())
                .param("icon", content.icon())
                .param("description", content.description())
                .param("prefix", content.settings().numbering().prefix())
                .param("revision", revision)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    void setState(long orgId, long id, TemplateState state, Instant now) {
        jdbc.sql(SET_STATE)
                .param("org_id", orgId)
                .param("id", id)
                .param("state", state.name())
                .param("now", Sql.at(now))
                .update();
    }

    void setAccess(long orgId, long id, TemplateAccessRequest access, Instant now) {
        jdbc.sql(SET_ACCESS)
                .param("org_id", orgId)
                .param("id", id)
                .param("start_range", json.writeValueAsString(access.start()))
                .param("managers", access.managers().toArray(Long[]::new))
                .param("data_managers", access.dataManagers().toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void place(long orgId, long id, @Nullable Long groupId, int position) {
        jdbc.sql(PLACE)
                .param("org_id", orgId)
                .param("id", id)
                .param("group_id", groupId, java.sql.Types.BIGINT)
                .param("position", position)
                .update();
    }

    boolean isPrefixTaken(long orgId, long id, String prefix) {
        return jdbc.sql(PREFIX_TAKEN)
                .param("org_id", orgId)
                .param("id", id)
                .param("prefix", prefix)
                .query(Boolean.class)
                .single();
    }
}
