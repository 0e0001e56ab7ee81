package org.qiao.customergroup;

import java.time.Instant;
import java.util.Optional;
import org.qiao.customergroup.CustomerGroupRules.CustomerGroupSettings;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerGroupSettingStore {

    static final String FIND = """
            select settings
            from customergroup_setting
            where org_id = :org_id
            """;

    static final String SET = """
            insert into customergroup_setting (org_id, settings, changed_by, changed_at)
            values (:org_id, :settings::jsonb, :principal_id, :now)
            on conflict (org_id) do update
                set settings = excluded.settings, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerGroupSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<CustomerGroupSettings> find(long orgId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .query((rs, n) -> json.readValue(rs.getString("settings"), CustomerGroupSettings.class))
                .optional();
    }

    void set(Actor actor, CustomerGroupSettings settings, Instant now) {
        jdbc.sql(SET)
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(settings))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }
}
