package org.qiao.customerguard;

import org.qiao.platform.SettingStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class GuardSettingStore extends SettingStore<GuardSettings> {

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

    GuardSettingStore(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, json, new Statements(FIND, SET), GuardSettings.class);
    }
}
