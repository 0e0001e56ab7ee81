package org.qiao.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers said and were told: for telling them all of it, and for erasing it. */
@Repository
class CustomerLogStore {

    /** The body of a message whose customer was erased. Nothing else has it, so it is recognised as it is. */
    private static final String ERASED_PART = "{\"erased\":true}";

    /** His threads, and groups in which he sits or sat. A thread that turned out to be somebody else's is not his. */
    static final String PLACES = """
            select distinct m.conversation_id, c.kind, c.title
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            where m.principal_id = any(:ids) and m.guest and m.org_id = :org_id and m.conversation_id > :after
                and (c.kind = 'GROUP' or c.customer_id = any(:ids))
            order by m.conversation_id
            limit :limit
            """;

    /** One that is not emptied yet, with how far it is. */
    static final String NEXT = """
            select m.conversation_id, c.kind, c.closed, c.dissolved_at is not null as dissolved, min(m.erased_to) as erased_to,
                h.seq as head_seq
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            join messaging_head h on h.conversation_id = m.conversation_id
            where m.principal_id = any(:ids) and m.guest and m.org_id = :org_id and m.erased_at is null
                and (c.kind = 'GROUP' or c.customer_id = any(:ids))
            group by m.conversation_id, c.kind, c.closed, c.dissolved_at, h.seq
            order by m.conversation_id
            limit 1
            """;

    /** What was said: by him alone in a group, by everybody in his thread. */
    static final String SAID = """
            select e.seq, e.sender_id, e.kind, e.created_at, e.recalled_by_seq is not null as recalled,
                e.body::json ->> 'text' as text,
                coalesce(e.body::json -> 'file' ->> 'name', e.body::json -> 'card' ->> 'title') as title,
                (e.body::json -> 'file' ->> 'id')::bigint as file_id
            from messaging_entry e
            where e.conversation_id = :conversation_id and e.org_id = :org_id and e.seq > :after
                and e.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and (:whole::boolean or e.sender_id = any(:ids))
            order by e.conversation_id, e.seq
            limit :limit
            """;

    /** Uploads of others in a stretch of his thread that no other conversation names, with when they were sent. */
    static final String FILES_FOR_HIM = """
            select f.id, f.at
            from (
                select (e.body::json -> 'file' ->> 'id')::bigint as id, min(e.created_at) as at
                from messaging_entry e
                where e.conversation_id = :conversation_id and e.org_id = :org_id and e.seq > :from and e.seq <= :to
                    and e.kind in ('IMAGE', 'FILE') and e.sender_id <> all(:ids)
                group by 1) f
            where f.id is not null and not exists (
                select 1
                from messaging_entry o
                where o.kind in ('IMAGE', 'FILE') and (o.body::json -> 'file' ->> 'id')::bigint = f.id
                    and o.conversation_id <> :conversation_id)
            """;

    static final String EMPTY = """
            update messaging_entry e
            set body = :erased, reply_to = null, digest = null
            where e.conversation_id = :conversation_id and e.org_id = :org_id and e.seq > :from and e.seq <= :to
                and e.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and (:whole::boolean or e.sender_id = any(:ids))
                and e.body <> :erased
            """;

    static final String EMPTY_CARDS = """
            update messaging_entry e
            set body = :erased, reply_to = null, digest = null
            where e.org_id = :org_id and e.conversation_id = any(:places) and e.sender_id = :voice_id and e.kind = 'CARD'
                and e.body::json -> 'card' ->> 'type' = :type and (e.body::json -> 'card' ->> 'id')::bigint = any(:subjects)
            """;

    static final String FORGET_MENTIONS = """
            delete from messaging_mention
            where conversation_id = :conversation_id and org_id = :org_id and seq > :from and seq <= :to and seq in (
                select e.seq
                from messaging_entry e
                where e.conversation_id = :conversation_id and e.seq > :from and e.seq <= :to and e.body = :erased)
            """;

    static final String REACHED = """
            update messaging_member
            set erased_to = :to
            where conversation_id = :conversation_id and org_id = :org_id and principal_id = any(:ids) and guest
            """;

    static final String DONE = """
            update messaging_member
            set erased_at = :now
            where conversation_id = :conversation_id and org_id = :org_id and principal_id = any(:ids) and guest
                and erased_at is null
            """;

    static final String FORGET_PERSONAL = """
            delete from messaging_personal
            where principal_id = any(:ids) and org_id = :org_id
            """;

    static final String LAST_MOVED = """
            select m.principal_id, max(h.moved_at) as moved_at
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            join messaging_head h on h.conversation_id = m.conversation_id
            where m.principal_id = any(:ids) and m.guest and m.org_id = :org_id
                and (c.kind = 'GROUP' and m.left_at is null or c.customer_id = m.principal_id)
            group by m.principal_id
            """;

    private final JdbcClient jdbc;

    CustomerLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param erasedTo everything up to here is empty */
    record Next(
            long conversationId,
            ConversationKind kind,
            boolean closed,
            boolean dissolved,
            long erasedTo,
            long headSeq) {

        boolean whole() {
            return kind == ConversationKind.CUSTOMER;
        }
    }

    /** Entries of one conversation behind one and up to another. */
    record Stretch(long orgId, long conversationId, boolean whole, long from, long to) {}

    List<CustomerLogs.Place> places(long orgId, Collection<Long> ids, long after, int limit) {
        return of(PLACES, orgId, ids)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new CustomerLogs.Place(
                        rs.getLong("conversation_id"),
                        ConversationKind.valueOf(rs.getString("kind")) == ConversationKind.CUSTOMER,
                        rs.getString("title")))
                .list();
    }

    Optional<Next> next(long orgId, Collection<Long> ids) {
        return of(NEXT, orgId, ids)
                .query((rs, n) -> new Next(
                        rs.getLong("conversation_id"),
                        ConversationKind.valueOf(rs.getString("kind")),
                        rs.getBoolean("closed"),
                        rs.getBoolean("dissolved"),
                        rs.getLong("erased_to"),
                        rs.getLong("head_seq")))
                .optional();
    }

    List<CustomerLogs.Said> said(long orgId, Collection<Long> ids, CustomerLogs.Place place, long after, int limit) {
        return of(SAID, orgId, ids)
                .param("conversation_id", place.conversationId())
                .param("whole", place.thread())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> {
                    boolean recalled = rs.getBoolean("recalled");
                    return new CustomerLogs.Said(
                            rs.getLong("seq"),
                            rs.getLong("sender_id"),
                            EntryKind.valueOf(rs.getString("kind")),
                            Sql.instant(rs, "created_at"),
                            recalled,
                            recalled ? null : rs.getString("text"),
                            recalled ? null : rs.getString("title"),
                            recalled ? null : Sql.longOrNull(rs, "file_id"));
                })
                .list();
    }

    Map<Long, Instant> filesForHim(Stretch stretch, Collection<Long> ids) {
        Map<Long, Instant> found = new HashMap<>();
        on(FILES_FOR_HIM, stretch, ids).query(rs -> {
            found.put(rs.getLong("id"), Sql.instant(rs, "at"));
        });
        return found;
    }

    void empty(Stretch stretch, Collection<Long> ids) {
        on(EMPTY, stretch, ids)
                .param("whole", stretch.whole())
                .param("erased", ERASED_PART)
                .update();
        jdbc.sql(FORGET_MENTIONS)
                .param("org_id", stretch.orgId())
                .param("conversation_id", stretch.conversationId())
                .param("from", stretch.from())
                .param("to", stretch.to())
                .param("erased", ERASED_PART)
                .update();
        of(REACHED, stretch.orgId(), ids)
                .param("conversation_id", stretch.conversationId())
                .param("to", stretch.to())
                .update();
    }

    /** Cards in a program's voice. */
    record Told(long orgId, long voiceId, String type, Collection<Long> subjects) {}

    void emptyCards(Told told, Collection<Long> places) {
        jdbc.sql(EMPTY_CARDS)
                .param("org_id", told.orgId())
                .param("voice_id", told.voiceId())
                .param("type", told.type())
                .param("subjects", told.subjects().toArray(Long[]::new))
                .param("places", places.toArray(Long[]::new))
                .param("erased", ERASED_PART)
                .update();
    }

    /** False: somebody else was faster. */
    boolean done(Actor actor, long conversationId, Collection<Long> ids, Instant now) {
        return of(DONE, actor.orgId(), ids)
                        .param("conversation_id", conversationId)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    void forgetPersonal(long orgId, Collection<Long> ids) {
        of(FORGET_PERSONAL, orgId, ids).update();
    }

    Map<Long, Instant> lastMoved(long orgId, Collection<Long> ids) {
        Map<Long, Instant> found = new HashMap<>();
        of(LAST_MOVED, orgId, ids).query(rs -> {
            found.put(rs.getLong("principal_id"), Sql.instant(rs, "moved_at"));
        });
        return found;
    }

    private JdbcClient.StatementSpec on(String sql, Stretch stretch, Collection<Long> ids) {
        return of(sql, stretch.orgId(), ids)
                .param("conversation_id", stretch.conversationId())
                .param("from", stretch.from())
                .param("to", stretch.to());
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, Collection<Long> ids) {
        return jdbc.sql(sql).param("org_id", orgId).param("ids", ids.toArray(Long[]::new));
    }
}
