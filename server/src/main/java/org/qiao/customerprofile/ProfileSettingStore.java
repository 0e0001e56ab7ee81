package org.qiao.customerprofile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qiao.form.FormSchema;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ProfileSettingStore {

    static final String FIND = """
            select stages, attributes, revision
            from customerprofile_setting
            where org_id = :org_id
            """;

    static final String ADD = """
            insert into customerprofile_setting (org_id, stages, attributes, revision, changed_by, changed_at)
            values (:org_id, :stages::jsonb, :attributes::jsonb, 1, :changed_by, :now)
            on conflict (org_id) do nothing
            """;

    static final String CHANGE = """
            update customerprofile_setting
            set stages = :stages::jsonb, attributes = :attributes::jsonb, revision = revision + 1, changed_by = :changed_by,
                changed_at = :now
            where org_id = :org_id and revision = :revision
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProfileSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ProfileSettings> find(long orgId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .query((rs, n) -> new ProfileSettings(
                        List.copyOf(Arrays.asList(json.readValue(rs.getString("stages"), Stage[].class))),
                        FormSchema.read(json.readTree(rs.getString("attributes"))),
                        rs.getInt("revision")))
                .optional();
    }

    /** False: somebody else was faster. */
    boolean set(Actor actor, ProfileSettings wanted, Instant now) {
        return jdbc.sql(wanted.revision() == 0 ? ADD : CHANGE)
                        .param("org_id", actor.orgId())
                        .param("stages", json.writeValueAsString(wanted.stages()))
                        .param(
                                "attributes",
                                json.writeValueAsString(wanted.attributes().json()))
                        .param("changed_by", actor.principalId())
                        .param("now", Sql.at(now))
                        .param("revision", wanted.revision())
                        .update()
                == 1;
    }
}
