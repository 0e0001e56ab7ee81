package org.qiao.archive;

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
class LookStore {

    static final String INSERT = """
            insert into archive_look (org_id, actor_id, kind, conversation_id, customer_id, member_id, detail, at)
            values (:org_id, :principal_id, :kind, :conversation_id, :customer_id, :member_id, :detail::jsonb, :now)
            """;

    static final String LIST = """
            select id, actor_id, kind, conversation_id, customer_id, member_id, detail, at
            from archive_look
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LookStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long id,
            long actorId,
            Looks.LookKind kind,
            @Nullable Long conversationId,
            @Nullable Long customerId,
            @Nullable Long memberId,
            Map<String, Object> detail,
            Instant at) {}

    void insert(Actor actor, Looks.Look look, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("kind", look.kind().name())
                .param("conversation_id", look.conversationId())
                .param("customer_id", look.customerId())
                .param("member_id", look.memberId())
                .param("detail", json.writeValueAsString(look.detail()))
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
                        Looks.LookKind.valueOf(rs.getString("kind")),
                        Sql.longOrNull(rs, "conversation_id"),
                        Sql.longOrNull(rs, "customer_id"),
                        Sql.longOrNull(rs, "member_id"),
                        json.readValue(rs.getString("detail"), DETAIL),
                        Sql.instant(rs, "at")))
                .list();
    }
}
