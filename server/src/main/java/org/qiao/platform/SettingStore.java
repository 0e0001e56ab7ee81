package org.qiao.platform;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a company has decided about one module: a row of JSON in a table of the module's own. The module's store names the statements.
 *
 * @param <T> a record that Jackson writes and reads
 */
public abstract class SettingStore<T> {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Statements statements;
    private final Class<T> type;

    /**
     * @param find answers {@code settings} for {@code :org_id}
     * @param set writes {@code :settings} for {@code :org_id}, with {@code :principal_id} who changed it and {@code :now}
     */
    public record Statements(String find, String set) {}

    protected SettingStore(JdbcClient jdbc, JsonMapper json, Statements statements, Class<T> type) {
        this.jdbc = jdbc;
        this.json = json;
        this.statements = statements;
        this.type = type;
    }

    /** Empty until the company decides something. */
    public Optional<T> find(long orgId) {
        return jdbc.sql(statements.find())
                .param("org_id", orgId)
                .query((rs, n) -> json.readValue(rs.getString("settings"), type))
                .optional();
    }

    /** In the caller's transaction, or one of its own. */
    public void set(Actor actor, T settings, Instant now) {
        jdbc.sql(statements.set())
                .param("org_id", actor.orgId())
                .param("settings", json.writeValueAsString(settings))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }
}
