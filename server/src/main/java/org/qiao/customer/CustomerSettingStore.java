package org.qiao.customer;

import org.qiao.platform.SettingStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerSettingStore extends SettingStore<CustomerSettings> {

    static final String FIND = """
            select settings
            from customer_setting
            where org_id = :org_id
            """;

    static final String SET = """
            insert into customer_setting (org_id, settings, changed_by, changed_at)
            values (:org_id, :settings::jsonb, :principal_id, :now)
            on conflict (org_id) do update
                set settings = excluded.settings, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    CustomerSettingStore(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, json, new Statements(FIND, SET), CustomerSettings.class);
    }
}
