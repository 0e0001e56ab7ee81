package org.qiao.customerguard;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleStore {

    private static final String COLUMNS_PART = " id, org_id, name, action, content, enabled, version, changed_at ";

    static final String INSERT = """
            insert into customerguard_rule (org_id, name, action, content, enabled, changed_by, changed_at)
            values (:org_id, :name, :action, :content::jsonb, :enabled, :principal_id, :now)
            returning
            """ + COLUMNS_PART;

    /** No row when somebody else changed it meanwhile. */
    static final String UPDATE = """
            update customerguard_rule
            set name = :name, action = :action, content = :content::jsonb, enabled = :enabled, version = version + 1,
                changed_by = :principal_id, changed_at = :now
            where org_id = :org_id and id = :id and version = :version and deleted_at is null
            returning
            """ + COLUMNS_PART;

    static final String DELETE = """
            update customerguard_rule
            set deleted_at = :now, enabled = false, changed_by = :principal_id, changed_at = :now
            where org_id = :org_id and id = :id and deleted_at is null
            """;

    static final String FIND = "select" + COLUMNS_PART + """
            from customerguard_rule
            where org_id = :org_id and id = :id and deleted_at is null
            """;

    static final String LIST = "select" + COLUMNS_PART + """
            from customerguard_rule
            where org_id = :org_id and deleted_at is null
            order by id
            """;

    /** With those that were taken away: hits keep them. */
    static final String BY_ID = "select" + COLUMNS_PART + """
            from customerguard_rule
            where org_id = :org_id and id = any(:ids)
            """;

    /** Whose hits somebody is told of. */
    static final String OF_PERSON = """
            select id
            from customerguard_rule
            where org_id = :org_id and content -> 'people' @> to_jsonb(:principal_id::bigint)
            """;

    /** The row's lock makes two that add rules take turns. */
    static final String TURN = """
            insert into customerguard_book as b (org_id, version)
            values (:org_id, 1)
            on conflict (org_id) do update set version = b.version + 1
            """;

    /** Of every company that has a rule: org_id. */
    static final String VERSIONS = """
            select org_id, version
            from customerguard_book
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<GuardRule> row;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new GuardRule(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getString("name"),
                GuardAction.valueOf(rs.getString("action")),
                json.readValue(rs.getString("content"), GuardContent.class),
                rs.getBoolean("enabled"),
                rs.getInt("version"),
                Sql.instant(rs, "changed_at"));
    }

    /** What a rule shall be. */
    record Draft(String name, GuardAction action, GuardContent content, boolean enabled) {}

    GuardRule insert(Actor actor, Draft draft, Instant now) {
        return bind(INSERT, actor, draft, now).query(row).single();
    }

    Optional<GuardRule> update(Actor actor, GuardRule before, Draft draft, Instant now) {
        return bind(UPDATE, actor, draft, now)
                .param("id", before.id())
                .param("version", before.version())
                .query(row)
                .optional();
    }

    private JdbcClient.StatementSpec bind(String sql, Actor actor, Draft draft, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("name", draft.name())
                .param("action", draft.action().name())
                .param("content", json.writeValueAsString(draft.content()))
                .param("enabled", draft.enabled())
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now));
    }

    boolean delete(Actor actor, long id, Instant now) {
        return jdbc.sql(DELETE)
                        .param("org_id", actor.orgId())
                        .param("id", id)
                        .param("principal_id", actor.principalId())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<GuardRule> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(row).optional();
    }

    List<GuardRule> list(long orgId) {
        return jdbc.sql(LIST).param("org_id", orgId).query(row).list();
    }

    List<GuardRule> byId(long orgId, Collection<Long> ids) {
        return jdbc.sql(BY_ID)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    List<Long> ofPerson(Actor actor) {
        return jdbc.sql(OF_PERSON)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .query(Long.class)
                .list();
    }

    /** The company's rules are changing, in this transaction. */
    void turn(long orgId) {
        jdbc.sql(TURN).param("org_id", orgId).update();
    }

    Map<Long, Long> versions() {
        Map<Long, Long> versions = new HashMap<>();
        jdbc.sql(VERSIONS)
                .query((rs, n) -> versions.put(rs.getLong("org_id"), rs.getLong("version")))
                .list();
        return versions;
    }
}
