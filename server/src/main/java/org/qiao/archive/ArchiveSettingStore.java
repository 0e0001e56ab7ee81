package org.qiao.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ArchiveSettingStore {

    static final String FIND = """
            select settings, notice_version, recalled_since
            from archive_setting
            where org_id = :org_id
            """;

    static final String LOCK = FIND + " for update";

    static final String BEGIN = """
            insert into archive_setting (org_id, settings, notice_version, changed_by, changed_at)
            values (:org_id, :settings::jsonb, 1, :principal_id, :now)
            on conflict (org_id) do nothing
            """;

    static final String SET = """
            update archive_setting
            set settings = :settings::jsonb, notice_version = :version, recalled_since = :recalled_since,
                changed_by = :principal_id, changed_at = :now
            where org_id = :org_id
            """;

    /** Companies that archive: org_id. */
    static final String ENABLED = """
            select org_id
            from archive_setting
            where (settings ->> 'enabled')::boolean
            order by org_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Row> row;

    ArchiveSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Row(
                json.readValue(rs.getString("settings"), ArchiveSettings.class),
                rs.getInt("notice_version"),
                Sql.instantOrNull(rs, "recalled_since"));
    }

    /** @param recalledSince what was said from then on stays readable when it is recalled */
    record Row(
            ArchiveSettings settings, int version, @Nullable Instant recalledSince) {

        static final Row STANDARD = new Row(ArchiveSettings.STANDARD, 1, null);
    }

    Row find(long orgId) {
        return jdbc.sql(FIND).param("org_id", orgId).query(row).optional().orElse(Row.STANDARD);
    }

    /** Whoever changes something waits for his turn. */
    Row lock(Actor actor, Instant now) {
        jdbc.sql(BEGIN)
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(ArchiveSettings.STANDARD))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
        return lock(actor.orgId()).orElseThrow();
    }

    Optional<Row> lock(long orgId) {
        return jdbc.sql(LOCK).param("org_id", orgId).query(row).optional();
    }

    void set(Actor actor, Row wanted, Instant now) {
        jdbc.sql(SET)
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(wanted.settings()))
                .param("version", wanted.version())
                .param("recalled_since", Sql.atOrNull(wanted.recalledSince()))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    List<Long> enabled() {
        return jdbc.sql(ENABLED).query(Long.class).list();
    }
}
