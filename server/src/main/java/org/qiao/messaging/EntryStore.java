package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries. What a member may not see, and what was recalled, is left out in the SQL. */
@Repository
class EntryStore {

    /** A recalled entry loses its body and its quote here, for everybody; who came later than the quoted message sees no excerpt. */
    private static final String COLUMNS_PART = """
            select e.org_id, e.conversation_id, e.seq, e.message_no, e.sender_id, e.kind, e.client_key, e.target_seq, e.created_at,
                e.recalled_by_seq, r.sender_id as recalled_by, r.created_at as recalled_at,
                case when e.recalled_by_seq is null then e.body else '{}' end as body,
                case when e.recalled_by_seq is null then e.reply_to end as quote_seq,
                q.sender_id as quote_sender, q.kind as quote_kind,
                case when q.recalled_by_seq is null and q.seq >= m.from_seq and q.body <> '{"erased":true}'
                    then left(coalesce(q.body::json ->> 'text', q.body::json -> 'file' ->> 'name',
                                       q.body::json -> 'card' ->> 'title', ''), 100) end as quote_excerpt
            """;

    /** The order leaves the planner nothing but the primary key, also while it knows nothing about the table. */
    private static final String JOINS_PART = """
            left join lateral (
                select x.sender_id, x.created_at
                from messaging_entry x
                where x.conversation_id = e.conversation_id and x.seq = e.recalled_by_seq
                order by x.conversation_id, x.seq
                limit 1) r on true
            left join lateral (
                select x.seq, x.sender_id, x.kind, x.recalled_by_seq, x.body
                from messaging_entry x
                where x.conversation_id = e.conversation_id and x.seq = e.reply_to
                order by x.conversation_id, x.seq
                limit 1) q on true
            """;

    private static final String VISIBLE_PART = COLUMNS_PART + """
            from messaging_member m
            join messaging_entry e on e.conversation_id = m.conversation_id and e.seq >= m.from_seq
            """ + JOINS_PART + """
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.left_at is null
                and e.conversation_id = :conversation_id and e.org_id = :org_id
            """;

    /** The limit stands where the index is walked: outside, everything up to the end might be read and sorted first. */
    static final String BEFORE = COLUMNS_PART + """
            from messaging_member m
            cross join lateral (
                select x.org_id, x.conversation_id, x.seq, x.message_no, x.sender_id, x.kind, x.client_key, x.target_seq,
                    x.created_at, x.recalled_by_seq, x.reply_to, x.body
                from messaging_entry x
                where x.conversation_id = m.conversation_id and x.seq >= m.from_seq and x.seq < :before
                order by x.conversation_id desc, x.seq desc
                limit :limit
            ) e
            """ + JOINS_PART + """
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.left_at is null
                and m.org_id = :org_id
            order by e.seq desc
            """;

    static final String AFTER = COLUMNS_PART + """
            from messaging_member m
            cross join lateral (
                select x.org_id, x.conversation_id, x.seq, x.message_no, x.sender_id, x.kind, x.client_key, x.target_seq,
                    x.created_at, x.recalled_by_seq, x.reply_to, x.body
                from messaging_entry x
                where x.conversation_id = m.conversation_id and x.seq >= m.from_seq and x.seq > :after
                order by x.conversation_id, x.seq
                limit :limit
            ) e
            """ + JOINS_PART + """
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.left_at is null
                and m.org_id = :org_id
            order by e.seq
            """;

    static final String ONE = VISIBLE_PART + " and e.seq = :seq";

    static final String FILES = VISIBLE_PART + """
                and e.kind in ('IMAGE', 'FILE') and (:kind::text is null or e.kind = :kind)
                and e.recalled_by_seq is null and e.body <> '{"erased":true}' and e.seq < :before
            order by e.seq desc
            limit :limit
            """;

    static final String FILE_ID = """
            select (e.body::json -> 'file' ->> 'id')::bigint
            from messaging_member m
            join messaging_entry e on e.conversation_id = m.conversation_id and e.seq >= m.from_seq
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.left_at is null
                and e.org_id = :org_id and e.seq = :seq and e.recalled_by_seq is null and e.kind in ('IMAGE', 'FILE')
            """;

    /**
     * The last entries of many conversations, as one member sees them, in one statement; of those only what transactions at or
     * behind the cursor wrote. A row knows the lower half of its transaction's number, so the ages are compared.
     */
    static final String LAST_OF = COLUMNS_PART + """
            from messaging_member m
            cross join lateral (
                select x.org_id, x.conversation_id, x.seq, x.message_no, x.sender_id, x.kind, x.client_key, x.target_seq,
                    x.created_at, x.recalled_by_seq, x.reply_to, x.body, x.xmin as written_by
                from messaging_entry x
                where x.conversation_id = m.conversation_id and x.seq >= m.from_seq
                    and x.seq < (:befores::bigint[])[array_position(:conversations::bigint[], m.conversation_id)]
                order by x.seq desc
                limit :each
            ) e
            """ + JOINS_PART + """
            where m.principal_id = :principal_id and m.left_at is null and m.org_id = :org_id
                and m.conversation_id = any(:conversations) and age(e.written_by) <= age(:since::xid8::xid)
            order by e.conversation_id, e.seq
            """;

    /** For the sweeper, which acts for nobody; the company comes from the row: org_id. */
    static final String AT = COLUMNS_PART + """
            from unnest(:conversations::bigint[], :seqs::bigint[]) as i (conversation_id, seq)
            join messaging_entry e on e.conversation_id = i.conversation_id and e.seq = i.seq
            cross join (values (1::bigint)) as m (from_seq)
            """ + JOINS_PART + """
            order by e.conversation_id, e.seq
            """;

    private static final RowMapper<EntryView> ENTRY = (rs, n) -> entry(rs);

    private static final RowMapper<Placed> PLACED =
            (rs, n) -> new Placed(new Place(rs.getLong(1), rs.getLong(2)), entry(rs));

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Descending by seq. */
    List<EntryView> before(Actor actor, long conversationId, long before, int limit) {
        return visible(BEFORE, actor, conversationId)
                .param("before", before)
                .param("limit", limit)
                .query(ENTRY)
                .list();
    }

    List<EntryView> after(Actor actor, long conversationId, long after, int limit) {
        return visible(AFTER, actor, conversationId)
                .param("after", after)
                .param("limit", limit)
                .query(ENTRY)
                .list();
    }

    Optional<EntryView> find(Actor actor, long conversationId, long seq) {
        return visible(ONE, actor, conversationId)
                .param("seq", seq)
                .query(ENTRY)
                .optional();
    }

    /** Newest first. */
    List<EntryView> files(Actor actor, long conversationId, @Nullable EntryKind kind, long before, int limit) {
        return visible(FILES, actor, conversationId)
                .param("kind", kind == null ? null : kind.name())
                .param("before", before)
                .param("limit", limit)
                .query(ENTRY)
                .list();
    }

    /** The file of a message the actor may see now. */
    Optional<Long> fileId(Actor actor, long conversationId, long seq) {
        return visible(FILE_ID, actor, conversationId)
                .param("seq", seq)
                .query(Long.class)
                .optional();
    }

    /**
     * Ascending by conversation and seq.
     *
     * @param befores for each conversation, the seq before which the last entries are looked for
     */
    List<Placed> lastOf(Actor actor, Map<Long, Long> befores, Tail tail) {
        return jdbc.sql(LAST_OF)
                .param("principal_id", actor.principalId())
                .param("org_id", actor.orgId())
                .param("conversations", befores.keySet().toArray(Long[]::new))
                .param("befores", befores.values().toArray(Long[]::new))
                .param("each", tail.most())
                .param("since", tail.since())
                .query(PLACED)
                .list();
    }

    List<Placed> at(Long[] conversations, Long[] seqs) {
        return jdbc.sql(AT)
                .param("conversations", conversations)
                .param("seqs", seqs)
                .query(PLACED)
                .list();
    }

    private JdbcClient.StatementSpec visible(String sql, Actor actor, long conversationId) {
        return jdbc.sql(sql)
                .param("conversation_id", conversationId)
                .param("principal_id", actor.principalId())
                .param("org_id", actor.orgId());
    }

    /** By number, in the order of the columns above: this runs for each entry of each page. */
    private static EntryView entry(ResultSet rs) throws SQLException {
        return new EntryView(
                rs.getLong(3),
                rs.getLong(4),
                EntryKind.valueOf(rs.getString(6)),
                rs.getLong(5),
                rs.getObject(9, OffsetDateTime.class).toInstant(),
                rs.getString(7),
                rs.getObject(8, Long.class),
                recalled(rs),
                rs.getString(13),
                quote(rs));
    }

    private static EntryView.@Nullable Quote quote(ResultSet rs) throws SQLException {
        long seq = rs.getLong(14);
        String kind = rs.getString(16);
        return seq == 0 || kind == null
                ? null
                : new EntryView.Quote(seq, rs.getLong(15), EntryKind.valueOf(kind), rs.getString(17));
    }

    private static EntryView.@Nullable Recalled recalled(ResultSet rs) throws SQLException {
        OffsetDateTime at = rs.getObject(12, OffsetDateTime.class);
        return at == null ? null : new EntryView.Recalled(rs.getLong(10), rs.getLong(11), at.toInstant());
    }

    /**
     * Entries shown with a conversation.
     *
     * @param most at most so many of the last ones
     * @param since only what transactions at or behind this cursor wrote; "0" for all
     */
    record Tail(int most, String since) {

        /** What a list shows. */
        static final Tail LAST = new Tail(1, "0");

        boolean isShown() {
            return this != LAST;
        }

        boolean isEverything() {
            return since.equals("0");
        }

        Tail atMost(int entries) {
            return new Tail(entries, since);
        }
    }

    record Place(long orgId, long conversationId) {}

    record Placed(Place place, EntryView entry) {}
}
