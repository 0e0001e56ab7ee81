package org.qiao.masssend;

import org.qiao.platform.SettingStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MassSettingStore extends SettingStore<MassSettings> {

    static final String FIND = """
            select settings
            from masssend_setting
            where org_id = :org_id
            """;

    static final String SET = """
            insert into masssend_setting (org_id, settings, changed_by, changed_at)
            values (:org_id, :settings::jsonb, :principal_id, :now)
            on conflict (org_id) do update
                set settings = excluded.settings, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    MassSettingStore(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, json, new Statements(FIND, SET), MassSettings.class);
    }
}
