package org.qiao.dingrule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {

    static final String INSERT = """
            insert into dingrule_audit (org_id, actor_id, kind, ding_id, detail, at)
            values (:org_id, :actor_id, :kind, :ding_id::bigint, :detail::jsonb, :now)
            """;

    static final String LIST = """
            select id, actor_id, kind, ding_id, detail, at
            from dingrule_audit
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(long id, long actorId, String kind, @Nullable Long dingId, Map<String, Object> detail, Instant at) {}

    void insert(Actor actor, String kind, @Nullable Long dingId, Map<String, Object> detail, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("actor_id", actor.principalId())
                .param("kind", kind)
                .param("ding_id", dingId)
                .param("detail", json.writeValueAsString(detail))
                .param("now", Sql.at(now))
                .update();
    }

    List<Row> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        rs.getLong("actor_id"),
                        rs.getString("kind"),
                        Sql.longOrNull(rs, "ding_id"),
                        json.readValue(rs.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                        Sql.instant(rs, "at")))
                .list();
    }
}
