package org.qiao.customer;

import java.time.Instant;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CustomerSettingStore {

    static final String FIND = """
            select settings, notice_version
            from customer_setting
            where org_id = :org_id
            """;

    /** Version 1 is the shipped notice: it stays when only something else is decided. */
    static final String SET = """
            insert into customer_setting (org_id, settings, notice_version, changed_by, changed_at)
            values (:org_id, :settings::jsonb, case when :settings::jsonb ->> 'notice' = '' then 1 else 2 end, :principal_id, :now)
            on conflict (org_id) do update
                set settings = excluded.settings,
                    notice_version = customer_setting.notice_version
                        + case when customer_setting.settings ->> 'notice' = excluded.settings ->> 'notice' then 0 else 1 end,
                    changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Settings with the version of the notice in them. */
    record Row(CustomerSettings settings, int noticeVersion) {

        static final Row STANDARD = new Row(CustomerSettings.STANDARD, 1);
    }

    /** The standard, until the company decides something. */
    Row find(long orgId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .query((rs, n) -> new Row(
                        json.readValue(rs.getString("settings"), CustomerSettings.class), rs.getInt("notice_version")))
                .optional()
                .orElse(Row.STANDARD);
    }

    void set(Actor actor, CustomerSettings settings, Instant now) {
        jdbc.sql(SET)
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(settings))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }
}
