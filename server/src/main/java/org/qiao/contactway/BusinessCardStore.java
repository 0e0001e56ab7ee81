package org.qiao.contactway;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class BusinessCardStore {

    static final String FIND = """
            select member_id, content
            from contactway_card
            where org_id = :org_id and member_id = any(:members)
            """;

    static final String SET = """
            insert into contactway_card (org_id, member_id, content, changed_at)
            values (:org_id, :member_id, :content::jsonb, :now)
            on conflict (org_id, member_id) do update set content = excluded.content, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BusinessCardStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Who has written none is left out. */
    Map<Long, CardContent> find(long orgId, Collection<Long> members) {
        return jdbc
                .sql(FIND)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query((rs, n) ->
                        Map.entry(rs.getLong("member_id"), json.readValue(rs.getString("content"), CardContent.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void set(long orgId, long memberId, CardContent content, Instant now) {
        jdbc.sql(SET)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("content", json.writeValueAsString(content))
                .param("now", Sql.at(now))
                .update();
    }
}
