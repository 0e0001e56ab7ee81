package org.qiao.messaging;

import java.util.List;
import java.util.Map;
import org.qiao.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Each person's own log: one line for each kind and conversation, numbered by the person's counter. */
@Repository
class PersonalStore {

    /** Counters are moved in the order of ids, so two writers cannot wait for each other in a circle. */
    static final String RECORD = """
            with change as (
                select i.org_id, i.principal_id, i.conversation_id, i.data, i.ord
                from unnest(:orgs::bigint[], :principals::bigint[], :conversations::bigint[], :data::text[]) with ordinality
                    as i (org_id, principal_id, conversation_id, data, ord)
            ), counter as (
                insert into messaging_personal_head (principal_id, org_id, seq)
                select c.principal_id, min(c.org_id), count(*)
                from change c
                group by c.principal_id
                order by c.principal_id
                on conflict (principal_id) do update set seq = messaging_personal_head.seq + excluded.seq
                returning principal_id, seq
            )
            insert into messaging_personal (principal_id, conversation_id, kind, seq, org_id, data)
            select c.principal_id, c.conversation_id, :kind,
                k.seq - count(*) over (partition by c.principal_id)
                    + row_number() over (partition by c.principal_id order by c.ord),
                c.org_id, c.data::jsonb
            from change c
            join counter k on k.principal_id = c.principal_id
            on conflict (principal_id, conversation_id, kind) do update set seq = excluded.seq, data = excluded.data
            returning principal_id, seq, conversation_id, data::text
            """;

    static final String AFTER = """
            select seq, kind, conversation_id, data::text
            from messaging_personal
            where principal_id = :principal_id and org_id = :org_id and seq > :after
            order by seq
            limit :limit
            """;

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<PersonalChange> record(PersonalKind kind, List<PersonalLog.Change> changes) {
        return jdbc.sql(RECORD)
                .param("kind", kind.name())
                .param("orgs", changes.stream().map(PersonalLog.Change::orgId).toArray(Long[]::new))
                .param(
                        "principals",
                        changes.stream().map(PersonalLog.Change::principalId).toArray(Long[]::new))
                .param(
                        "conversations",
                        changes.stream().map(PersonalLog.Change::conversationId).toArray(Long[]::new))
                .param(
                        "data",
                        changes.stream()
                                .map(change -> json.writeValueAsString(change.data()))
                                .toArray(String[]::new))
                .query((rs, n) -> new PersonalChange(
                        rs.getLong("principal_id"),
                        rs.getLong("seq"),
                        kind,
                        rs.getLong("conversation_id"),
                        data(rs.getString("data"))))
                .list();
    }

    List<SyncAnswer.PersonalView> after(Actor actor, long after, int limit) {
        return jdbc.sql(AFTER)
                .param("principal_id", actor.principalId())
                .param("org_id", actor.orgId())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new SyncAnswer.PersonalView(
                        rs.getLong("seq"),
                        PersonalKind.valueOf(rs.getString("kind")),
                        rs.getLong("conversation_id"),
                        data(rs.getString("data"))))
                .list();
    }

    private Map<String, Object> data(String text) {
        return json.readValue(text, DATA);
    }
}
