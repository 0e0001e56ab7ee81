package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.qiao.messaging.CustomerTalk.Said;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages with customers without what they say. The lookups stand alone, so that no plan can be turned around (docs/decisions/0004). */
@Repository
class CustomerTalkStore {

    private static final String SAID_PART = """
            select e.conversation_id, e.seq, e.sender_id, e.created_at, coalesce(e.target_seq, 0) as recalls, e.words,
                exists (
                    select 1
                    from messaging_member m
                    where m.conversation_id = e.conversation_id and m.principal_id = e.sender_id and m.org_id = :org_id
                        and m.guest) as by_customer,
                exists (
                    select 1
                    from messaging_said s
                    where s.conversation_id = e.conversation_id and s.sender_id = e.sender_id and s.client_key = e.client_key
                        and s.org_id = :org_id) as automatic
            """;

    private static final String ENTRY_PART = """
                select x.conversation_id, x.seq, x.sender_id, x.created_at, x.client_key,
                    case when x.kind = 'RECALL' then x.target_seq end as target_seq,
                    case
                        when x.kind = 'TEXT' and char_length(x.body::json ->> 'text') <= :letters then x.body::json ->> 'text'
                        else ''
                    end as words
                from messaging_entry x
                where x.org_id = :org_id and x.recalled_by_seq is null
            """;

    static final String AFTER = SAID_PART + """
            from unnest(:conversations::bigint[], :afters::bigint[]) as i (conversation_id, after)
            cross join lateral (
            """ + ENTRY_PART + """
                    and x.conversation_id = i.conversation_id and x.seq > i.after
                    and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD', 'RECALL')
                order by x.seq
                limit :most) e
            order by e.conversation_id, e.seq
            """;

    static final String BEFORE = SAID_PART + """
            from unnest(:conversations::bigint[]) as i (conversation_id)
            cross join lateral (
            """ + ENTRY_PART + """
                    and x.conversation_id = i.conversation_id and x.created_at < :until
                    and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD')
                order by x.seq desc
                limit :most) e
            order by e.conversation_id, e.seq
            """;

    static final String ANNOUNCE = """
            insert into messaging_said (org_id, conversation_id, sender_id, client_key, at)
            values (:org_id, :conversation_id, :sender_id, :client_key, :now)
            on conflict (conversation_id, sender_id, client_key) do nothing
            """;

    /** Of every company (org_id), by age. */
    static final String FORGET = """
            delete from messaging_said
            where (conversation_id, sender_id, client_key) in (
                select conversation_id, sender_id, client_key
                from messaging_said
                where at < :before -- every org_id
                order by at
                limit :limit)
            """;

    private static final RowMapper<Said> ROW = CustomerTalkStore::row;

    /** What a program is going to say. */
    record Announced(long orgId, long conversationId, long senderId, String key) {}

    private final JdbcClient jdbc;

    CustomerTalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Said> after(long orgId, Map<Long, Long> after, int most) {
        return jdbc.sql(AFTER)
                .param("org_id", orgId)
                .param("conversations", after.keySet().toArray(Long[]::new))
                .param("afters", after.values().toArray(Long[]::new))
                .param("letters", CustomerTalk.WORDS_MAX)
                .param("most", most)
                .query(ROW)
                .list();
    }

    List<Said> before(long orgId, Collection<Long> conversations, Instant until, int most) {
        return jdbc.sql(BEFORE)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .param("until", Sql.at(until))
                .param("letters", CustomerTalk.WORDS_MAX)
                .param("most", most)
                .query(ROW)
                .list();
    }

    void announce(Announced said, Instant now) {
        jdbc.sql(ANNOUNCE)
                .param("org_id", said.orgId())
                .param("conversation_id", said.conversationId())
                .param("sender_id", said.senderId())
                .param("client_key", said.key())
                .param("now", Sql.at(now))
                .update();
    }

    /** @return how many there were, at most the limit */
    int forget(Instant before, int limit) {
        return jdbc.sql(FORGET)
                .param("before", Sql.at(before))
                .param("limit", limit)
                .update();
    }

    private static Said row(ResultSet rs, int number) throws SQLException {
        return new Said(
                rs.getLong("conversation_id"),
                rs.getLong("seq"),
                rs.getLong("sender_id"),
                rs.getBoolean("by_customer"),
                rs.getBoolean("automatic"),
                Sql.instant(rs, "created_at"),
                rs.getLong("recalls"),
                rs.getString("words"));
    }
}
