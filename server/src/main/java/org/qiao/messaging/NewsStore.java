package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is new to whom. The lookups stand alone, so that no plan can be turned around (docs/decisions/0004). */
@Repository
class NewsStore {

    private static final String MENTION_PART = """
            coalesce((
                select max(x.seq)
                from messaging_mention x
                where x.conversation_id = m.conversation_id and x.principal_id in (m.principal_id, 0)
                    and x.seq >= m.from_seq and x.seq > coalesce(r.read_seq, 0)), 0) as mention_seq
            """;

    static final String SEATS = """
            select m.principal_id, m.conversation_id, m.muted, greatest(coalesce(r.read_seq, 0), m.from_seq - 1) as read_seq,
            """ + MENTION_PART + """
            from unnest(:principals::bigint[], :conversations::bigint[]) as i (principal_id, conversation_id)
            cross join lateral (
                select x.principal_id, x.conversation_id, x.muted, x.from_seq
                from messaging_member x
                where x.conversation_id = i.conversation_id and x.principal_id = i.principal_id and x.org_id = :org_id
                    and x.left_at is null and x.guest = :guests
                offset 0) m
            left join lateral (
                select x.read_seq
                from messaging_read x
                where x.conversation_id = i.conversation_id and x.principal_id = i.principal_id
                offset 0) r on true
            """;

    static final String PLACES = """
            select id as conversation_id, low_id, high_id, customer_id, title
            from messaging_conversation
            where org_id = :org_id and id = any(:conversations)
            """;

    static final String MESSAGES = """
            select e.conversation_id, e.seq, e.sender_id, e.kind, e.created_at,
                left(coalesce(e.body::json ->> 'text', e.body::json -> 'file' ->> 'name', e.body::json -> 'card' ->> 'title', ''),
                    :length::integer) as excerpt,
                array(
                    select x.principal_id
                    from messaging_mention x
                    where x.conversation_id = e.conversation_id and x.seq = e.seq) as mentions
            from unnest(:conversations::bigint[], :afters::bigint[]) as i (conversation_id, after)
            cross join lateral (
                select x.conversation_id, x.seq, x.sender_id, x.kind, x.created_at, x.body
                from messaging_entry x
                where x.conversation_id = i.conversation_id and x.org_id = :org_id and x.seq > i.after
                    and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and x.recalled_by_seq is null
                order by x.conversation_id desc, x.seq desc
                limit :most) e
            order by e.conversation_id, e.seq
            """;

    static final String UNREAD = """
            select u.principal_id, u.conversation_id, u.muted, u.read_seq, u.mention_seq, u.low_id, u.high_id, u.customer_id, u.title,
                u.unread, u.moved_at
            from unnest(:people::bigint[]) as p (id)
            cross join lateral (
                select m.principal_id, m.conversation_id, m.muted,
                    greatest(coalesce(r.read_seq, 0), m.from_seq - 1) as read_seq, c.low_id, c.high_id, c.customer_id,
                    c.title,
                    h.message_no - greatest(coalesce(r.read_no, 0), m.from_no) as unread, h.moved_at,
            """ + MENTION_PART + """
                from messaging_member m
                join messaging_conversation c on c.id = m.conversation_id and c.dissolved_at is null
                join messaging_head h on h.conversation_id = m.conversation_id
                left join messaging_read r on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
                where m.principal_id = p.id and m.org_id = :org_id and m.left_at is null
                    and h.message_no > greatest(coalesce(r.read_no, 0), m.from_no)
                order by h.moved_at desc
                limit :most) u
            """;

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param guests of customers, or of everybody else */
    List<News.Seat> seats(long orgId, List<News.Key> keys, boolean guests) {
        return jdbc.sql(SEATS)
                .param("org_id", orgId)
                .param("guests", guests)
                .param("principals", keys.stream().map(News.Key::principalId).toArray(Long[]::new))
                .param(
                        "conversations",
                        keys.stream().map(News.Key::conversationId).toArray(Long[]::new))
                .query((rs, n) -> seat(rs))
                .list();
    }

    List<News.Place> places(long orgId, Collection<Long> conversations) {
        return jdbc.sql(PLACES)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query((rs, n) -> place(rs))
                .list();
    }

    List<News.Message> messages(long orgId, Map<Long, Long> after, int most, int length) {
        return jdbc.sql(MESSAGES)
                .param("org_id", orgId)
                .param("conversations", after.keySet().toArray(Long[]::new))
                .param("afters", after.values().toArray(Long[]::new))
                .param("most", most)
                .param("length", length)
                .query((rs, n) -> new News.Message(
                        rs.getLong("conversation_id"),
                        rs.getLong("seq"),
                        rs.getLong("sender_id"),
                        EntryKind.valueOf(rs.getString("kind")),
                        Sql.instant(rs, "created_at"),
                        rs.getString("excerpt"),
                        Set.of((Long[]) rs.getArray("mentions").getArray())))
                .list();
    }

    List<News.Unread> unread(long orgId, Collection<Long> people, int most) {
        return jdbc.sql(UNREAD)
                .param("org_id", orgId)
                .param("people", people.toArray(Long[]::new))
                .param("most", most)
                .query((rs, n) ->
                        new News.Unread(seat(rs), place(rs), rs.getLong("unread"), Sql.instant(rs, "moved_at")))
                .list();
    }

    private static News.Seat seat(ResultSet rs) throws SQLException {
        return new News.Seat(
                new News.Key(rs.getLong("principal_id"), rs.getLong("conversation_id")),
                rs.getBoolean("muted"),
                rs.getLong("read_seq"),
                rs.getLong("mention_seq"));
    }

    private static News.Place place(ResultSet rs) throws SQLException {
        return new News.Place(
                rs.getLong("conversation_id"),
                Sql.longOrNull(rs, "low_id"),
                Sql.longOrNull(rs, "high_id"),
                Sql.longOrNull(rs, "customer_id"),
                rs.getString("title"));
    }
}
