package org.qiao.customerguard;

import java.time.Instant;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class GuardSettingStore {

    static final String FIND = """
            select settings
            from customerguard_setting
            where org_id = :org_id
            """;

    static final String SET = """
            insert into customerguard_setting (org_id, settings, changed_by, changed_at)
            values (:org_id, :settings::jsonb, :principal_id, :now)
            on conflict (org_id) do update
                set settings = excluded.settings, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GuardSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<GuardSettings> find(long orgId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .query((rs, n) -> json.readValue(rs.getString("settings"), GuardSettings.class))
                .optional();
    }

    void set(Actor actor, GuardSettings settings, Instant now) {
        jdbc.sql(SET)
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(settings))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }
}
