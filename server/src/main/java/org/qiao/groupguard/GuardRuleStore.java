package org.qiao.groupguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class GuardRuleStore {

    private static final String COLUMNS_PART = """
            id, org_id, owner_id, name, groups, content, active, version
            """;

    static final String ACTIVE = "select " + COLUMNS_PART + """
            from groupguard_rule
            where org_id = :org_id and deleted_at is null and active
            order by id
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from groupguard_rule
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from groupguard_rule
            where org_id = :org_id and id = :id and deleted_at is null
            for update
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from groupguard_rule
            where org_id = :org_id and deleted_at is null and id < :before
                and (:everything or owner_id = :owner_id or groups = '{}' or groups && :mine::bigint[])
            order by id desc
            limit :limit
            """;

    static final String COUNT = """
            select count(*)
            from groupguard_rule
            where org_id = :org_id and deleted_at is null
            """;

    static final String INSERT = """
            insert into groupguard_rule (org_id, owner_id, name, groups, content, active, changed_at)
            values (:org_id, :owner_id, :name, :groups, :content::jsonb, :active, :now)
            returning id
            """;

    static final String UPDATE = """
            update groupguard_rule
            set name = :name, groups = :groups, content = :content::jsonb, active = :active, version = version + 1, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update groupguard_rule
            set deleted_at = :now, active = false
            where org_id = :org_id and id = :id and deleted_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GuardRuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<GuardRule> active(long orgId) {
        return jdbc.sql(ACTIVE).param("org_id", orgId).query(this::row).list();
    }

    List<GuardRule> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    Optional<GuardRule> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** @param mine groups that the reader manages; null for everything */
    List<GuardRule> list(long orgId, long readerId, @Nullable Collection<Long> mine, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("everything", mine == null)
                .param("owner_id", readerId)
                .param("mine", mine == null ? new Long[0] : mine.toArray(Long[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    /** What is written of a rule. */
    record RuleDraft(String name, List<Long> groups, SpamRule content, boolean active) {}

    long insert(long orgId, long ownerId, RuleDraft draft, Instant now) {
        return draft(jdbc.sql(INSERT), draft, now)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .query(Long.class)
                .single();
    }

    void update(long orgId, long id, RuleDraft draft, Instant now) {
        draft(jdbc.sql(UPDATE), draft, now)
                .param("org_id", orgId)
                .param("id", id)
                .update();
    }

    void delete(long orgId, long id, Instant now) {
        jdbc.sql(DELETE)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }

    private JdbcClient.StatementSpec draft(JdbcClient.StatementSpec statement, RuleDraft draft, Instant now) {
        return statement
                .param("name", draft.name())
                .param("groups", draft.groups().toArray(Long[]::new))
                .param("content", json.writeValueAsString(draft.content()))
                .param("active", draft.active())
                .param("now", Sql.at(now));
    }

    private GuardRule row(ResultSet rs, int number) throws SQLException {
        return new GuardRule(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("owner_id"),
                rs.getString("name"),
                List.of((Long[]) rs.getArray("groups").getArray()),
                json.readValue(rs.getString("content"), SpamRule.class),
                rs.getBoolean("active"),
                rs.getInt("version"));
    }
}
