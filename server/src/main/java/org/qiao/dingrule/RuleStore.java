package org.qiao.dingrule;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.dingrule.DingRule.Mode;
import org.qiao.dingrule.DingRule.Shield;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Settings, rules and protected people. */
@Repository
class RuleStore {

    static final String SETTINGS = """
            select settings
            from dingrule_settings
            where org_id = :org_id and settings is not null
            """;

    static final String RULES = """
            select rules
            from dingrule_settings
            where org_id = :org_id and rules is not null
            """;

    static final String SET_SETTINGS = """
            insert into dingrule_settings (org_id, settings, updated_at)
            values (:org_id, :value::jsonb, :now)
            on conflict (org_id) do update set settings = excluded.settings, updated_at = excluded.updated_at
            """;

    static final String SET_RULES = """
            insert into dingrule_settings (org_id, rules, updated_at)
            values (:org_id, :value::jsonb, :now)
            on conflict (org_id) do update set rules = excluded.rules, updated_at = excluded.updated_at
            """;

    static final String PROTECTED = """
            select member_id, mode, senders
            from dingrule_protected
            where org_id = :org_id and member_id > :after
            order by member_id
            limit :limit
            """;

    static final String COUNT_OTHERS = """
            select count(*)
            from dingrule_protected
            where org_id = :org_id and member_id <> :member_id
            """;

    static final String PROTECT = """
            insert into dingrule_protected (org_id, member_id, mode, senders, updated_at)
            values (:org_id, :member_id, :mode, :senders, :now)
            on conflict (org_id, member_id) do update
                set mode = excluded.mode, senders = excluded.senders, updated_at = excluded.updated_at
            """;

    static final String UNPROTECT = """
            delete from dingrule_protected
            where org_id = :org_id and member_id = :member_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(long memberId, Shield shield) {}

    DingSettings settings(long orgId) {
        return read(SETTINGS, orgId)
                .map(text -> json.readValue(text, DingSettings.class))
                .orElse(DingSettings.STANDARD);
    }

    Selector.Rules rules(long orgId) {
        return read(RULES, orgId)
                .map(text -> json.readValue(text, Selector.Rules.class))
                .orElse(Selector.Rules.STANDARD);
    }

    private Optional<String> read(String statement, long orgId) {
        return jdbc.sql(statement).param("org_id", orgId).query(String.class).optional();
    }

    void set(long orgId, DingSettings settings, Instant now) {
        write(SET_SETTINGS, orgId, settings, now);
    }

    void set(long orgId, Selector.Rules rules, Instant now) {
        write(SET_RULES, orgId, rules, now);
    }

    private void write(String statement, long orgId, Object value, Instant now) {
        jdbc.sql(statement)
                .param("org_id", orgId)
                .param("value", json.writeValueAsString(value))
                .param("now", Sql.at(now))
                .update();
    }

    List<Row> protectedPeople(long orgId, long after, int limit) {
        return jdbc.sql(PROTECTED)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("member_id"),
                        new Shield(Mode.valueOf(rs.getString("mode")), Set.copyOf(Arrays.asList((Long[])
                                rs.getArray("senders").getArray())))))
                .list();
    }

    Map<Long, Shield> shields(long orgId) {
        Map<Long, Shield> shields = new HashMap<>();
        protectedPeople(orgId, 0, Protected.PEOPLE_MAX).forEach(row -> shields.put(row.memberId(), row.shield()));
        return shields;
    }

    int countOthers(long orgId, long memberId) {
        return jdbc.sql(COUNT_OTHERS)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .query(Integer.class)
                .single();
    }

    void protect(long orgId, Row row, Instant now) {
        jdbc.sql(PROTECT)
                .param("org_id", orgId)
                .param("member_id", row.memberId())
                .param("mode", row.shield().mode().name())
                .param("senders", row.shield().senders().toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    boolean unprotect(long orgId, long memberId) {
        return jdbc.sql(UNPROTECT)
                        .param("org_id", orgId)
                        .param("member_id", memberId)
                        .update()
                == 1;
    }
}
