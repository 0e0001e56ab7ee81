package org.qiao.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The company's own lines of the register. */
@Repository
class ActivityStore {

    static final String LIST = """
            select id, content
            from privacy_activity
            where org_id = :org_id
            order by id
            limit 500
            """;

    /** No row when there are as many as may be. */
    static final String ADD = """
            insert into privacy_activity (org_id, content, changed_by, changed_at)
            select :org_id, :content::jsonb, :principal_id, :now
            where (select count(*) from privacy_activity where org_id = :org_id) < :most
            returning id
            """;

    static final String CHANGE = """
            update privacy_activity
            set content = :content::jsonb, changed_by = :principal_id, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            delete from privacy_activity
            where org_id = :org_id and id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ActivityStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<PrivacyViews.RegisterLine> list(long orgId) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .query((rs, n) -> new PrivacyViews.RegisterLine(
                        rs.getLong("id"), json.readValue(rs.getString("content"), RegisterEntry.class)))
                .list();
    }

    Optional<Long> add(Actor actor, RegisterEntry entry, Instant now, int most) {
        return by(ADD, actor, entry, now).param("most", most).query(Long.class).optional();
    }

    boolean change(Actor actor, long id, RegisterEntry entry, Instant now) {
        return by(CHANGE, actor, entry, now).param("id", id).update() == 1;
    }

    boolean delete(Actor actor, long id) {
        return jdbc.sql(DELETE).param("org_id", actor.orgId()).param("id", id).update() == 1;
    }

    private JdbcClient.StatementSpec by(String sql, Actor actor, RegisterEntry entry, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("content", json.writeValueAsString(entry))
                .param("now", Sql.at(now));
    }
}
