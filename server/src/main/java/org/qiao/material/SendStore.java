package org.qiao.material;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Materials in conversations, and who opened them. */
@Repository
class SendStore {

    private static final String COLUMNS_PART = """
            select id, org_id, material_id, conversation_id, sender_id, seq, sent_at, opens, seconds, last_opened_at
            from material_send
            """;

    static final String INSERT = """
            insert into material_send (org_id, material_id, conversation_id, sender_id, client_key, sent_at)
            values (:org_id, :material_id, :conversation_id, :sender_id, :key, :now)
            on conflict (org_id, sender_id, client_key) do nothing
            """;

    static final String BY_KEY = COLUMNS_PART + """
            where org_id = :org_id and sender_id = :sender_id and client_key = :key
            """;

    static final String STORED = """
            update material_send
            set seq = :seq
            where org_id = :org_id and id = :id and seq is null
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id = :id and seq is not null
            """;

    static final String IN_CONVERSATION = COLUMNS_PART + """
            where org_id = :org_id and conversation_id = :conversation_id and seq is not null and id < :before
            order by id desc
            limit :limit
            """;

    static final String OF_MATERIAL = COLUMNS_PART + """
            where org_id = :org_id and material_id = :material_id and seq is not null and id < :before
                and (:sender_id::bigint is null or sender_id = :sender_id)
            order by id desc
            limit :limit
            """;

    static final String OPENED = """
            update material_send
            set opens = opens + 1, last_opened_at = :now
            where org_id = :org_id and id = :id
            returning opens
            """;

    static final String ADD_OPEN = """
            insert into material_open (org_id, send_id, customer_id, opened_at)
            values (:org_id, :send_id, :customer_id, :now)
            returning id
            """;

    /** Counted on, not summed up again: openings of customers who were erased are gone and stay counted. */
    static final String SET_SECONDS = """
            with before as (
                select id, seconds
                from material_open
                where org_id = :org_id and id = :id and customer_id = :customer_id and seconds < :seconds
                    and opened_at >= :since
                for update
            ), longer as (
                update material_open o
                set seconds = :seconds
                from before b
                where o.org_id = :org_id and o.id = b.id
                returning o.send_id, :seconds - b.seconds as more
            )
            update material_send s
            set seconds = s.seconds + l.more
            from longer l
            where s.org_id = :org_id and s.id = l.send_id
            returning s.id
            """;

    /** The last of each. */
    static final String OPENS = """
            select o.send_id, o.customer_id, o.opened_at, o.seconds
            from unnest(:ids::bigint[]) as s (id)
            cross join lateral (
                select send_id, customer_id, opened_at, seconds
                from material_open
                where org_id = :org_id and send_id = s.id
                order by id desc
                limit :limit) o
            """;

    private static final RowMapper<Send> ROW = (rs, n) -> new Send(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("material_id"),
            rs.getLong("conversation_id"),
            rs.getLong("sender_id"),
            Sql.longOrNull(rs, "seq"),
            Sql.instant(rs, "sent_at"),
            new Opened(rs.getInt("opens"), rs.getInt("seconds"), Sql.instantOrNull(rs, "last_opened_at")));

    private final JdbcClient jdbc;

    SendStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seq null until the message is stored */
    record Send(
            long id,
            long orgId,
            long materialId,
            long conversationId,
            long senderId,
            @Nullable Long seq,
            Instant sentAt,
            Opened opened) {}

    record Opened(int times, int seconds, @Nullable Instant last) {}

    record Open(long sendId, long customerId, Instant openedAt, int seconds) {}

    /** A new one, or the one with this key. */
    Send begin(Actor actor, long materialId, long conversationId, String key, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("material_id", materialId)
                .param("conversation_id", conversationId)
                .param("sender_id", actor.principalId())
                .param("key", key)
                .param("now", Sql.at(now))
                .update();
        return jdbc.sql(BY_KEY)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("key", key)
                .query(ROW)
                .single();
    }

    /** False for a repeat. */
    boolean stored(Send send, long seq) {
        return one(STORED, send.orgId(), send.id()).param("seq", seq).update() > 0;
    }

    Optional<Send> find(long orgId, long id) {
        return one(FIND, orgId, id).query(ROW).optional();
    }

    List<Send> inConversation(long orgId, long conversationId, long before, int limit) {
        return jdbc.sql(IN_CONVERSATION)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** @param senderId null: of everybody */
    List<Send> ofMaterial(Material material, @Nullable Long senderId, long before, int limit) {
        return jdbc.sql(OF_MATERIAL)
                .param("org_id", material.orgId())
                .param("material_id", material.id())
                .param("sender_id", senderId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** One opening more; how many there are now. */
    int opened(Send send, Instant now) {
        return one(OPENED, send.orgId(), send.id())
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    long addOpen(Send send, long customerId, Instant now) {
        return jdbc.sql(ADD_OPEN)
                .param("org_id", send.orgId())
                .param("send_id", send.id())
                .param("customer_id", customerId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    /** How long it was open before the customer; which use it was, when that is news. */
    Optional<Long> setSeconds(Actor guest, long openId, int seconds, Instant since) {
        return one(SET_SECONDS, guest.orgId(), openId)
                .param("customer_id", guest.principalId())
                .param("seconds", seconds)
                .param("since", Sql.at(since))
                .query(Long.class)
                .optional();
    }

    List<Open> opens(long orgId, Collection<Long> sends, int limit) {
        return jdbc.sql(OPENS)
                .param("org_id", orgId)
                .param("ids", sends.toArray(Long[]::new))
                .param("limit", limit)
                .query((rs, n) -> new Open(
                        rs.getLong("send_id"),
                        rs.getLong("customer_id"),
                        Sql.instant(rs, "opened_at"),
                        rs.getInt("seconds")))
                .list();
    }

    private JdbcClient.StatementSpec one(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
