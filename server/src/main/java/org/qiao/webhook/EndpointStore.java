package org.qiao.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that companies want told. */
@Repository
class EndpointStore {

    static final String LIST = """
            select id, org_id, name, url, topics, with_values, intranet, enabled, secret, created_at, changed_at
            from webhook_endpoint
            where org_id = :org_id and (enabled or not :enabled)
            order by id
            """;

    static final String FIND = """
            select id, org_id, name, url, topics, with_values, intranet, enabled, secret, created_at, changed_at
            from webhook_endpoint
            where org_id = :org_id and id = :id
            """;

    static final String INSERT = """
            insert into webhook_endpoint (org_id, name, url, topics, with_values, intranet, enabled, secret, changed_by,
                created_at, changed_at)
            values (:org_id, :name, :url, :topics, :with_values, :intranet, :enabled, :secret, :by, :now, :now)
            on conflict (org_id, name) do nothing
            returning id
            """;

    static final String UPDATE = """
            update webhook_endpoint e
            set name = :name, url = :url, topics = :topics, with_values = :with_values, intranet = :intranet,
                enabled = :enabled, changed_by = :by, changed_at = :now
            where e.org_id = :org_id and e.id = :id
                and not exists (
                    select 1
                    from webhook_endpoint o
                    where o.org_id = :org_id and o.name = :name and o.id <> :id)
            """;

    static final String SET_SECRET = """
            update webhook_endpoint
            set secret = :secret, changed_by = :by, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            delete from webhook_endpoint
            where org_id = :org_id and id = :id
            """;

    /** Serialises those who change the list of a company. */
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('webhook:' || :org_id, 0))
            """;

    private static final RowMapper<Endpoint> ROW = (rs, n) -> new Endpoint(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getString("name"),
            rs.getString("url"),
            List.of((String[]) rs.getArray("topics").getArray()),
            rs.getBoolean("with_values"),
            rs.getBoolean("intranet"),
            rs.getBoolean("enabled"),
            rs.getBytes("secret"),
            Sql.instant(rs, "created_at"),
            Sql.instant(rs, "changed_at"));

    private final JdbcClient jdbc;

    EndpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Endpoint> list(long orgId) {
        return list(orgId, false);
    }

    List<Endpoint> listEnabled(long orgId) {
        return list(orgId, true);
    }

    private List<Endpoint> list(long orgId, boolean enabled) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("enabled", enabled)
                .query(ROW)
                .list();
    }

    Optional<Endpoint> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    void lock(long orgId) {
        jdbc.sql(LOCK).param("org_id", orgId).query((rs, n) -> 0).single();
    }

    /** Empty when the name is taken. */
    Optional<Long> insert(Actor actor, WebhookRequest request, byte[] secret, Instant now) {
        return with(INSERT, actor, request, now)
                .param("secret", secret)
                .query(Long.class)
                .optional();
    }

    /** False when the name is taken, or it is gone. */
    boolean update(Actor actor, long id, WebhookRequest request, Instant now) {
        return with(UPDATE, actor, request, now).param("id", id).update() == 1;
    }

    private JdbcClient.StatementSpec with(String statement, Actor actor, WebhookRequest request, Instant now) {
        return jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("name", request.name().strip())
                .param("url", request.url().strip())
                .param("topics", request.topics().toArray(String[]::new))
                .param("with_values", request.withValues())
                .param("intranet", request.intranet())
                .param("enabled", request.enabled())
                .param("by", actor.principalId())
                .param("now", Sql.at(now));
    }

    void setSecret(Actor actor, long id, byte[] secret, Instant now) {
        jdbc.sql(SET_SECRET)
                .param("org_id", actor.orgId())
                .param("id", id)
                .param("secret", secret)
                .param("by", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    boolean delete(Actor actor, long id) {
        return jdbc.sql(DELETE).param("org_id", actor.orgId()).param("id", id).update() == 1;
    }
}
