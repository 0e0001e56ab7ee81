package org.qiao.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Read marks, and who has read a message. */
@Repository
class ReadStore {

    /**
     * Sets many marks. A mark never goes back, never passes the head, and only members have one. Rows are touched in one
     * order, so two writers cannot wait for each other in a circle. The lookups stand alone: a plan made while the tables were
     * empty would walk all entries of a conversation for each mark (docs/decisions/0004).
     */
    static final String MARK = """
            with wanted as (
                select m.org_id, m.conversation_id, m.principal_id, e.seq, e.message_no, i.at, coalesce(r.read_seq, 0) as before,
                    c.kind, c.customer_id
                from unnest(:orgs::bigint[], :conversations::bigint[], :principals::bigint[], :seqs::bigint[], :at::text[]::timestamptz[])
                    as i (org_id, conversation_id, principal_id, seq, at)
                cross join lateral (
                    select x.org_id, x.conversation_id, x.principal_id, x.from_seq
                    from messaging_member x
                    where x.conversation_id = i.conversation_id and x.principal_id = i.principal_id
                        and x.org_id = i.org_id and x.left_at is null
                    offset 0) m
                cross join lateral (
                    select x.seq
                    from messaging_head x
                    where x.conversation_id = i.conversation_id
                    offset 0) h
                cross join lateral (
                    select x.kind, x.customer_id
                    from messaging_conversation x
                    where x.id = i.conversation_id
                    offset 0) c
                cross join lateral (
                    select x.seq, x.message_no
                    from messaging_entry x
                    where x.conversation_id = i.conversation_id and x.seq = least(i.seq, h.seq) and x.seq >= m.from_seq
                    order by x.conversation_id, x.seq
                    limit 1) e
                left join lateral (
                    select x.read_seq
                    from messaging_read x
                    where x.conversation_id = i.conversation_id and x.principal_id = i.principal_id
                    offset 0) r on true
                order by m.conversation_id, m.principal_id
            ), moved as (
                insert into messaging_read (conversation_id, principal_id, org_id, read_seq, read_no, read_at)
                select conversation_id, principal_id, org_id, seq, message_no, at
                from wanted
                on conflict (conversation_id, principal_id) do update
                    set read_seq = excluded.read_seq, read_no = excluded.read_no, read_at = excluded.read_at
                    where messaging_read.read_seq < excluded.read_seq
                returning org_id, conversation_id, principal_id, read_seq, read_no, read_at
            ), step as (
                insert into messaging_read_step (conversation_id, principal_id, read_seq, org_id, read_at)
                select conversation_id, principal_id, read_seq, org_id, read_at
                from moved
                on conflict do nothing
            )
            select v.org_id, v.conversation_id, v.principal_id, v.read_seq, v.read_no, w.before, w.kind,
                v.principal_id is not distinct from w.customer_id as customer
            from moved v
            join wanted w on w.conversation_id = v.conversation_id and w.principal_id = v.principal_id
            """;

    /** Whether a program said it in the sender's name: he has read nothing by it. */
    static final String IS_AUTOMATIC = """
            select exists (
                select 1
                from messaging_said
                where conversation_id = :conversation_id and sender_id = :sender_id and client_key = :client_key
                    and org_id = :org_id)
            """;

    /**
     * Who wrote last in conversations that moved last, of each at most a thousand entries back: its org_id is the row's. What programs
     * said in somebody's name is left out.
     */
    static final String LAST_WRITERS = """
            select e.org_id, e.conversation_id, e.sender_id, max(e.seq) as seq, max(e.created_at) as at
            from messaging_head h
            cross join lateral (
                select x.org_id, x.conversation_id, x.sender_id, x.seq, x.created_at
                from messaging_entry x
                where x.conversation_id = h.conversation_id and x.seq > h.seq - 1000 and x.seq <= h.seq
                    and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and x.created_at >= h.moved_at - :seconds * interval '1 second'
                    and not exists (
                        select 1
                        from messaging_said s
                        where s.conversation_id = x.conversation_id and s.sender_id = x.sender_id and s.client_key = x.client_key)
                offset 0) e
            where h.moved_at >= (select max(moved_at) from messaging_head) - :seconds * interval '1 second'
            group by e.org_id, e.conversation_id, e.sender_id
            """;

    /**
     * Read counts of messages in a stretch, in one pass over the members: they are grouped by what they can and did read
     * first, so that the cost does not multiply with the number of messages.
     */
    static final String COUNTS = """
            with message as (
                select e.seq, e.sender_id
                from messaging_entry e
                where e.conversation_id = :conversation_id and e.org_id = :org_id and e.seq > :after and e.seq <= :up_to
                    and e.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and e.recalled_by_seq is null
                    and (cardinality(:only::bigint[]) = 0 or e.seq = any(:only::bigint[]))
                order by e.seq desc
                limit :limit
            ), reader as (
                select m.principal_id, m.from_seq, coalesce(r.read_seq, 0) as read_seq, m.guest or not :customers as counted
                from messaging_member m
                left join messaging_read r
                    on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
                where m.conversation_id = :conversation_id and m.org_id = :org_id and m.left_at is null
            ), bucket as (
                select greatest(from_seq, :after + 1) as from_seq, greatest(least(read_seq, :up_to), :after) as read_seq, count(*) as people
                from reader
                where counted
                group by 1, 2
            )
            select e.seq, e.sender_id,
                (select coalesce(sum(b.people), 0) from bucket b where b.from_seq <= e.seq and b.read_seq >= e.seq)
                    - (case when s.counted and s.from_seq <= e.seq and s.read_seq >= e.seq then 1 else 0 end) as read,
                (select coalesce(sum(b.people), 0) from bucket b where b.from_seq <= e.seq)
                    - (case when s.counted and s.from_seq <= e.seq then 1 else 0 end) as total
            from message e
            join reader s on s.principal_id = e.sender_id
            order by e.seq
            """;

    /** The same for the newest messages in a stretch of each of many groups, in one question. */
    static final String COUNTS_OF_MANY = """
            select s.org_id, s.conversation_id, c.seq, c.sender_id, c.read, c.total
            from unnest(:orgs::bigint[], :conversations::bigint[], :afters::bigint[], :up_tos::bigint[])
                as s (org_id, conversation_id, after, up_to)
            cross join lateral (
                with message as (
                    select e.seq, e.sender_id
                    from messaging_entry e
                    where e.conversation_id = s.conversation_id and e.org_id = s.org_id and e.seq > s.after and e.seq <= s.up_to
                        and e.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and e.recalled_by_seq is null
                    order by e.seq desc
                    limit :limit
                ), reader as (
                    select m.principal_id, m.from_seq, coalesce(r.read_seq, 0) as read_seq
                    from messaging_member m
                    left join messaging_read r
                        on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
                    where m.conversation_id = s.conversation_id and m.org_id = s.org_id and m.left_at is null
                ), bucket as (
                    select greatest(from_seq, s.after + 1) as from_seq, greatest(least(read_seq, s.up_to), s.after) as read_seq, count(*) as people
                    from reader
                    group by 1, 2
                )
                select e.seq, e.sender_id,
                    (select coalesce(sum(b.people), 0) from bucket b where b.from_seq <= e.seq and b.read_seq >= e.seq)
                        - (case when o.from_seq <= e.seq and o.read_seq >= e.seq then 1 else 0 end) as read,
                    (select coalesce(sum(b.people), 0) from bucket b where b.from_seq <= e.seq)
                        - (case when o.from_seq <= e.seq then 1 else 0 end) as total
                from message e
                join reader o on o.principal_id = e.sender_id
                order by e.seq
            ) c
            """;

    /**
     * Of each of many direct conversations, the newest message of either side that the other has read. What came before it has
     * been read as well, so naming it says everything, at a small part of what counting costs.
     */
    static final String READ_BY_THE_OTHER = """
            select s.conversation_id, e.seq, e.sender_id
            from unnest(:orgs::bigint[], :conversations::bigint[], :afters::bigint[]) as s (org_id, conversation_id, after)
            cross join lateral (
                select x.principal_id, x.read_seq
                from messaging_read x
                where x.conversation_id = s.conversation_id and x.org_id = s.org_id and x.read_seq > s.after
                offset 0) r
            cross join lateral (
                select x.seq, x.sender_id
                from messaging_entry x
                where x.conversation_id = s.conversation_id and x.org_id = s.org_id and x.seq > s.after and x.seq <= r.read_seq
                    and x.sender_id <> r.principal_id and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and x.recalled_by_seq is null
                order by x.conversation_id desc, x.seq desc
                limit 1) e
            """;

    /**
     * Of each of many customers' threads, the newest message of each of those who serve that the customer has just read. They name
     * what came before as well.
     */
    static final String READ_BY_CUSTOMER = """
            select s.conversation_id, max(e.seq) as seq, e.sender_id
            from unnest(:orgs::bigint[], :conversations::bigint[], :afters::bigint[], :up_tos::bigint[])
                as s (org_id, conversation_id, after, up_to)
            cross join lateral (
                select x.customer_id
                from messaging_conversation x
                where x.id = s.conversation_id and x.org_id = s.org_id
                offset 0) c
            cross join lateral (
                select x.seq, x.sender_id
                from messaging_entry x
                where x.conversation_id = s.conversation_id and x.seq > s.after and x.seq <= s.up_to
                    and x.sender_id <> c.customer_id and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and x.recalled_by_seq is null
                order by x.conversation_id desc, x.seq desc
                limit :limit) e
            group by s.conversation_id, e.sender_id
            """;

    /** One side of the list of a message's readers; a page by id. */
    static final String READERS = """
            select m.principal_id, coalesce(
                (select s.read_at
                 from messaging_read_step s
                 where s.conversation_id = m.conversation_id and s.principal_id = m.principal_id and s.read_seq >= :seq
                 order by s.read_seq
                 limit 1), r.read_at) as read_at
            from messaging_member m
            left join messaging_read r
                on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id and r.read_seq >= :seq
            where m.conversation_id = :conversation_id and m.org_id = :org_id and m.left_at is null and m.from_seq <= :seq
                and m.principal_id <> :principal_id and (r.principal_id is not null) = :read and m.principal_id > :after
                and (m.guest or not :customers)
            order by m.principal_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The marks that moved. */
    List<Moved> mark(Collection<ReadMarks.Mark> marks) {
        return jdbc.sql(MARK)
                .param("orgs", marks.stream().map(ReadMarks.Mark::orgId).toArray(Long[]::new))
                .param(
                        "conversations",
                        marks.stream()
                                .map(mark -> mark.place().conversationId())
                                .toArray(Long[]::new))
                .param(
                        "principals",
                        marks.stream().map(mark -> mark.place().principalId()).toArray(Long[]::new))
                .param("seqs", marks.stream().map(ReadMarks.Mark::seq).toArray(Long[]::new))
                .param("at", marks.stream().map(mark -> mark.at().toString()).toArray(String[]::new))
                .query((rs, n) -> new Moved(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("principal_id"),
                        rs.getLong("read_seq"),
                        rs.getLong("read_no"),
                        rs.getLong("before"),
                        ConversationKind.valueOf(rs.getString("kind")),
                        rs.getBoolean("customer")))
                .list();
    }

    boolean isAutomatic(long orgId, long conversationId, EntryView entry) {
        return jdbc.sql(IS_AUTOMATIC)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .param("sender_id", entry.sender())
                .param("client_key", entry.key())
                .query(Boolean.class)
                .single();
    }

    /** The marks of those who wrote within so many seconds before the last entry of all. */
    List<ReadMarks.Mark> lastWriters(int seconds) {
        return jdbc.sql(LAST_WRITERS)
                .param("seconds", seconds)
                .query((rs, n) -> new ReadMarks.Mark(
                        rs.getLong("org_id"),
                        new ReadMarks.Place(rs.getLong("conversation_id"), rs.getLong("sender_id")),
                        rs.getLong("seq"),
                        Sql.instant(rs, "at"),
                        true))
                .list();
    }

    /** The newest messages first when there are more than the limit; answered ascending. */
    List<Count> counts(long orgId, long conversationId, Stretch stretch) {
        return jdbc.sql(COUNTS)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .param("after", stretch.after())
                .param("up_to", stretch.upTo())
                .param("limit", stretch.limit())
                .param("only", stretch.only().toArray(Long[]::new))
                .param("customers", stretch.customers())
                .query((rs, n) -> new Count(
                        rs.getLong("sender_id"),
                        new Receipt(rs.getLong("seq"), rs.getLong("read"), rs.getLong("total"))))
                .list();
    }

    /** One question for all; direct conversations without news in their stretch are left out. */
    List<PlacedCount> readByTheOther(List<PlacedStretch> stretches) {
        return jdbc.sql(READ_BY_THE_OTHER)
                .param("orgs", longs(stretches, PlacedStretch::orgId))
                .param("conversations", longs(stretches, PlacedStretch::conversationId))
                .param("afters", longs(stretches, PlacedStretch::after))
                .query((rs, n) -> new PlacedCount(
                        rs.getLong("conversation_id"), rs.getLong("sender_id"), new Receipt(rs.getLong("seq"), 1, 1)))
                .list();
    }

    /** The same for customers' threads. */
    List<PlacedCount> readByCustomer(List<PlacedStretch> stretches, int limit) {
        return jdbc.sql(READ_BY_CUSTOMER)
                .param("orgs", longs(stretches, PlacedStretch::orgId))
                .param("conversations", longs(stretches, PlacedStretch::conversationId))
                .param("afters", longs(stretches, PlacedStretch::after))
                .param("up_tos", longs(stretches, PlacedStretch::upTo))
                .param("limit", limit)
                .query((rs, n) -> new PlacedCount(
                        rs.getLong("conversation_id"), rs.getLong("sender_id"), new Receipt(rs.getLong("seq"), 1, 1)))
                .list();
    }

    /** One question for all; conversations without messages in their stretch are left out. */
    List<PlacedCount> counts(List<PlacedStretch> stretches, int limit) {
        return jdbc.sql(COUNTS_OF_MANY)
                .param("orgs", longs(stretches, PlacedStretch::orgId))
                .param("conversations", longs(stretches, PlacedStretch::conversationId))
                .param("afters", longs(stretches, PlacedStretch::after))
                .param("up_tos", longs(stretches, PlacedStretch::upTo))
                .param("limit", limit)
                .query((rs, n) -> new PlacedCount(
                        rs.getLong("conversation_id"),
                        rs.getLong("sender_id"),
                        new Receipt(rs.getLong("seq"), rs.getLong("read"), rs.getLong("total"))))
                .list();
    }

    private static Long[] longs(List<PlacedStretch> stretches, Function<PlacedStretch, Long> field) {
        return stretches.stream().map(field).toArray(Long[]::new);
    }

    List<Reader> readers(Actor actor, Message message, boolean read, long after, int limit) {
        return jdbc.sql(READERS)
                .param("org_id", actor.orgId())
                .param("conversation_id", message.conversationId())
                .param("principal_id", actor.principalId())
                .param("seq", message.seq())
                .param("read", read)
                .param("customers", message.customers())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Reader(rs.getLong("principal_id"), Sql.instantOrNull(rs, "read_at")))
                .list();
    }

    /**
     * @param before the mark that it was, 0 for none: what lies between the two has one more reader
     * @param customer in a customer's thread, the customer's own mark
     */
    record Moved(
            long orgId,
            long conversationId,
            long principalId,
            long seq,
            long no,
            long before,
            ConversationKind kind,
            boolean customer) {}

    /**
     * Messages behind one seq up to another.
     *
     * @param only these of them; empty for all
     * @param customers in a customer's thread nobody else counts
     */
    record Stretch(long after, long upTo, int limit, Collection<Long> only, boolean customers) {

        /** These messages and no others; not empty. */
        static Stretch of(SortedSet<Long> seqs, ConversationKind kind) {
            return new Stretch(
                    seqs.getFirst() - 1, seqs.getLast(), seqs.size(), seqs, kind == ConversationKind.CUSTOMER);
        }
    }

    /** Messages behind {@code after} up to {@code upTo} of one conversation; in a customer's thread it is the customer who has read them. */
    record PlacedStretch(long orgId, long conversationId, long after, long upTo, ConversationKind kind) {}

    record PlacedCount(long conversationId, long sender, Receipt receipt) {}

    record Message(long conversationId, long seq, boolean customers) {

        Message(long conversationId, long seq) {
            this(conversationId, seq, false);
        }

        /** Knows then who counts as a reader. */
        Message in(ConversationKind kind) {
            return new Message(conversationId, seq, kind == ConversationKind.CUSTOMER);
        }
    }

    record Count(long sender, Receipt receipt) {}

    record Reader(long principalId, @Nullable Instant readAt) {}
}
