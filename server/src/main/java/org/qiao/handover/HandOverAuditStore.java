package org.qiao.handover;

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
class HandOverAuditStore {

    static final String INSERT = """
            insert into handover_audit (org_id, actor_id, kind, transfer_id, member_id, detail, at)
            values (:org_id, :actor_id::bigint, :kind, :transfer_id::bigint, :member_id::bigint, :detail::jsonb, :now)
            """;

    static final String LIST = """
            select id, actor_id, kind, transfer_id, member_id, detail, at
            from handover_audit
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HandOverAuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long id,
            @Nullable Long actorId,
            String kind,
            @Nullable Long transferId,
            @Nullable Long memberId,
            Map<String, Object> detail,
            Instant at) {}

    void insert(HandOverAudit.Entry entry, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", entry.orgId())
                .param("actor_id", entry.actorId())
                .param("kind", entry.kind().name())
                .param("transfer_id", entry.transferId())
                .param("member_id", entry.memberId())
                .param("detail", json.writeValueAsString(entry.detail()))
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
                        Sql.longOrNull(rs, "actor_id"),
                        rs.getString("kind"),
                        Sql.longOrNull(rs, "transfer_id"),
                        Sql.longOrNull(rs, "member_id"),
                        json.readValue(rs.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                        Sql.instant(rs, "at")))
                .list();
    }
}
