package org.qiao.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {

    static final String INSERT = """
            insert into privacy_audit (org_id, actor_id, kind, customer_id, detail, at)
            values (:org_id, :actor_id, :kind, :customer_id, :detail::jsonb, :now)
            """;

    static final String LIST = """
            select id, actor_id, kind, customer_id, detail, at
            from privacy_audit
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long id,
            @Nullable Long actorId,
            AuditKind kind,
            @Nullable Long customerId,
            Map<String, Object> detail,
            Instant at) {}

    void insert(long orgId, Row row) {
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("actor_id", row.actorId())
                .param("kind", row.kind().name())
                .param("customer_id", row.customerId())
                .param("detail", json.writeValueAsString(row.detail()))
                .param("now", Sql.at(row.at()))
                .update();
    }

    List<Row> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        Sql.longOrNull(rs, "actor_id"),
                        AuditKind.valueOf(rs.getString("kind")),
                        Sql.longOrNull(rs, "customer_id"),
                        json.readValue(rs.getString("detail"), DETAIL),
                        Sql.instant(rs, "at")))
                .list();
    }
}
