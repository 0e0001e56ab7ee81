package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who belongs to which conversation, with which role and from which entry on. */
@Repository
class SeatStore {

    /** Conversation ids come from rows that named org_id. */
    static final String PRINCIPALS = """
            select conversation_id, array_agg(principal_id order by principal_id) as members
            from messaging_member
            where conversation_id = any(:conversations) and left_at is null -- org_id: see above
            group by conversation_id
            """;

    /** Those who may see the entry; the conversation id comes from a row that named org_id. */
    static final String WITNESSES = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null and from_seq <= :seq
            order by principal_id
            """;

    static final String SEAT = """
            select c.id, c.kind, m.role, m.from_seq, h.seq
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            join messaging_head h on h.conversation_id = m.conversation_id
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.left_at is null
                and m.org_id = :org_id
            """;

    static final String ROLE = """
            select role
            from messaging_member
            where conversation_id = :conversation_id and principal_id = :principal_id and org_id = :org_id and left_at is null
                and not guest
            """;

    static final String ADD = """
            insert into messaging_member (conversation_id, principal_id, org_id, role, from_seq, from_no, joined_at, guest)
            select :conversation_id, i.id, :org_id, 'MEMBER', :from_seq, :from_no, :now, :guest
            from unnest(:ids::bigint[]) as i (id)
            order by i.id
            on conflict (conversation_id, principal_id) do update
                set role = 'MEMBER', from_seq = excluded.from_seq, from_no = excluded.from_no, joined_at = excluded.joined_at,
                    left_at = null, muted = false, pinned = false
                where messaging_member.left_at is not null
            returning principal_id
            """;

    static final String REMOVE = """
            update messaging_member
            set left_at = :now
            where conversation_id = :conversation_id and principal_id = any(:ids) and org_id = :org_id and left_at is null
            returning principal_id
            """;

    static final String SET_ROLE = """
            update messaging_member
            set role = :role
            where conversation_id = :conversation_id and principal_id = :principal_id and org_id = :org_id and left_at is null
            """;

    static final String NEXT_OWNER = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null and principal_id <> :leaving
                and not guest
            order by role, joined_at, principal_id -- ADMIN sorts before MEMBER
            limit 1
            """;

    static final String SET_PREFERENCES = """
            update messaging_member
            set muted = coalesce(:muted, muted), pinned = coalesce(:pinned, pinned)
            where conversation_id = :conversation_id and principal_id = :principal_id and org_id = :org_id and left_at is null
            returning muted, pinned
            """;

    static final String LIST = """
            select principal_id, role, joined_at
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null and principal_id > :after
                and (:everybody or principal_id in (select unnest(:only::bigint[])))
            order by principal_id
            limit :limit
            """;

    static final String HISTORY_FROM = """
            select seq
            from messaging_entry
            where conversation_id = :conversation_id and org_id = :org_id and kind in ('TEXT', 'IMAGE', 'FILE', 'CARD')
            order by seq desc
            offset :skipped
            limit 1
            """;

    static final String CONVERSATIONS_OF = """
            select m.conversation_id, c.kind
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            where m.principal_id = :principal_id and m.org_id = :org_id and m.left_at is null and m.conversation_id > :after
            order by m.conversation_id
            limit :limit
            """;

    /** The last message number that somebody has read, or that was before his time. */
    static final String READ_NO = """
            select greatest(coalesce(r.read_no, 0), m.from_no)
            from messaging_member m
            left join messaging_read r on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
            where m.conversation_id = :conversation_id and m.principal_id = :principal_id and m.org_id = :org_id
            """;

    /** Where somebody's place began, also when he has left it. */
    static final String PLACE = """
            select from_seq, from_no
            from messaging_member
            where conversation_id = :conversation_id and principal_id = :principal_id and org_id = :org_id
            """;

    /** The first message behind a number; nothing when there is none. */
    static final String FIRST_AFTER = """
            select seq
            from messaging_entry
            where conversation_id = :conversation_id and org_id = :org_id and message_no > :no
            order by seq
            limit 1
            """;

    static final String SHOW_ALL = """
            update messaging_member
            set from_seq = 1
            where conversation_id = :conversation_id and principal_id = :principal_id and org_id = :org_id and left_at is null
                and not guest and from_seq > 1
            """;

    /** Threads in which customers wrote what the employee has not read; of one employee all or some, of several how many. */
    private static final String WAITING_PART = """
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id and c.kind = 'CUSTOMER'
            left join messaging_read r on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
            cross join lateral (
                select count(*) as unread, min(x.created_at) as since
                from messaging_entry x
                where x.conversation_id = m.conversation_id and x.org_id = m.org_id
                    and x.seq > greatest(coalesce(r.read_seq, 0), m.from_seq - 1)
                    and x.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD') and x.sender_id <> m.principal_id) e
            where m.org_id = :org_id and m.principal_id = any(:people) and m.left_at is null and e.unread > 0
            """;

    static final String WAITING = "select m.conversation_id, e.unread, e.since " + WAITING_PART + """
                and m.conversation_id = any(:conversations)
            """;

    static final String WAITING_COUNT = "select m.principal_id, count(*) as threads " + WAITING_PART + """
            group by m.principal_id
            """;

    static final String SEATED = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null and guest = :guest
            order by principal_id
            """;

    /** Customers with whom somebody shares, or has shared, a conversation. */
    static final String MET = """
            select c.id
            from unnest(:ids::bigint[]) as c (id)
            where exists (
                select 1
                from messaging_member g
                join messaging_member m on m.conversation_id = g.conversation_id and m.principal_id = :principal_id
                where g.principal_id = c.id and g.org_id = :org_id and g.guest)
            """;

    static final String PAIR = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null
            limit 2
            """;

    private static final RowMapper<Seat> SEAT_ROW = (rs, n) -> new Seat(
            rs.getLong("id"),
            ConversationKind.valueOf(rs.getString("kind")),
            GroupRole.valueOf(rs.getString("role")),
            rs.getLong("from_seq"),
            rs.getLong("seq"));

    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sorted by id. */
    Map<Long, long[]> principals(Collection<Long> conversations) {
        Map<Long, long[]> found = new HashMap<>();
        jdbc.sql(PRINCIPALS)
                .param("conversations", conversations.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    Long[] members = (Long[]) rs.getArray("members").getArray();
                    found.put(rs.getLong("conversation_id"), unbox(members));
                });
        return found;
    }

    /** Members who may see an entry; sorted by id. */
    long[] witnesses(long orgId, long conversationId, long seq) {
        return jdbc
                .sql(WITNESSES)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .param("seq", seq)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    Optional<Seat> seat(Actor actor, long conversationId) {
        return of(SEAT, actor, conversationId)
                .param("principal_id", actor.principalId())
                .query(SEAT_ROW)
                .optional();
    }

    Optional<GroupRole> role(Actor actor, long conversationId, long principalId) {
        return of(ROLE, actor, conversationId)
                .param("principal_id", principalId)
                .query((rs, n) -> GroupRole.valueOf(rs.getString("role")))
                .optional();
    }

    /** Those who were no members before. */
    List<Long> add(Actor actor, NewSeats seats, Instant now) {
        return of(ADD, actor, seats.conversationId())
                .param("guest", seats.guests())
                .param("ids", seats.ids().toArray(Long[]::new))
                .param("from_seq", seats.fromSeq())
                .param("from_no", seats.fromNo())
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
    }

    /** Those who were members. */
    List<Long> remove(Actor actor, long conversationId, Collection<Long> ids, Instant now) {
        return of(REMOVE, actor, conversationId)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
    }

    void setRole(Actor actor, long conversationId, long principalId, GroupRole role) {
        of(SET_ROLE, actor, conversationId)
                .param("principal_id", principalId)
                .param("role", role.name())
                .update();
    }

    Optional<Long> nextOwner(Actor actor, long conversationId, long leaving) {
        return of(NEXT_OWNER, actor, conversationId)
                .param("leaving", leaving)
                .query(Long.class)
                .optional();
    }

    Optional<Preferences> setPreferences(Actor actor, long conversationId, GroupRequests.Preferences wanted) {
        return of(SET_PREFERENCES, actor, conversationId)
                .param("principal_id", actor.principalId())
                .param("muted", wanted.muted(), java.sql.Types.BOOLEAN)
                .param("pinned", wanted.pinned(), java.sql.Types.BOOLEAN)
                .query((rs, n) -> new Preferences(rs.getBoolean("muted"), rs.getBoolean("pinned")))
                .optional();
    }

    /** @param only null for everybody */
    List<Row> list(Actor actor, long conversationId, @Nullable Collection<Long> only, Slice slice) {
        return of(LIST, actor, conversationId)
                .param("everybody", only == null)
                .param("only", only == null ? new Long[0] : only.toArray(Long[]::new))
                .param("after", slice.after())
                .param("limit", slice.limit())
                .query((rs, n) -> row(rs))
                .list();
    }

    /** The seq of the message {@code messages} back from the end, when there are that many. */
    Optional<Long> historyFrom(Actor actor, long conversationId, int messages) {
        return of(HISTORY_FROM, actor, conversationId)
                .param("skipped", messages - 1)
                .query(Long.class)
                .optional();
    }

    /** Keyed by conversation. */
    Map<Long, ConversationKind> conversationsOf(Actor actor, long after, int limit) {
        Map<Long, ConversationKind> found = new TreeMap<>();
        jdbc.sql(CONVERSATIONS_OF)
                .param("principal_id", actor.principalId())
                .param("org_id", actor.orgId())
                .param("after", after)
                .param("limit", limit)
                .query((ResultSet rs) -> {
                    found.put(rs.getLong("conversation_id"), ConversationKind.valueOf(rs.getString("kind")));
                });
        return found;
    }

    /** Of a conversation, those of the company or the customers; in the order of their ids. */
    List<Long> seated(long orgId, long conversationId, boolean guests) {
        return jdbc.sql(SEATED)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
                .param("guest", guests)
                .query(Long.class)
                .list();
    }

    Optional<Long> readNo(Actor actor, long conversationId, long principalId) {
        return of(READ_NO, actor, conversationId)
                .param("principal_id", principalId)
                .query(Long.class)
                .optional();
    }

    Optional<Place> place(Actor actor, long conversationId, long principalId) {
        return of(PLACE, actor, conversationId)
                .param("principal_id", principalId)
                .query((rs, n) -> new Place(rs.getLong("from_seq"), rs.getLong("from_no")))
                .optional();
    }

    Optional<Long> firstAfter(Actor actor, long conversationId, long no) {
        return of(FIRST_AFTER, actor, conversationId)
                .param("no", no)
                .query(Long.class)
                .optional();
    }

    boolean showAll(Actor actor, long conversationId, long principalId) {
        return of(SHOW_ALL, actor, conversationId)
                        .param("principal_id", principalId)
                        .update()
                == 1;
    }

    Map<Long, CustomerConversations.Waiting> waiting(long orgId, long principalId, Collection<Long> conversations) {
        Map<Long, CustomerConversations.Waiting> waiting = new HashMap<>();
        jdbc.sql(WAITING)
                .param("org_id", orgId)
                .param("people", new Long[] {principalId})
                .param("conversations", conversations.toArray(Long[]::new))
                .query(rs -> {
                    waiting.put(
                            rs.getLong("conversation_id"),
                            new CustomerConversations.Waiting(rs.getInt("unread"), Sql.instant(rs, "since")));
                });
        return waiting;
    }

    Map<Long, Integer> waitingThreads(long orgId, Collection<Long> people) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(WAITING_COUNT)
                .param("org_id", orgId)
                .param("people", people.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(rs.getLong("principal_id"), rs.getInt("threads"));
                });
        return counts;
    }

    Set<Long> met(Actor actor, Collection<Long> customers) {
        return Set.copyOf(jdbc.sql(MET)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("ids", customers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The two people of a direct conversation. */
    Set<Long> pair(Actor actor, long conversationId) {
        return Set.copyOf(of(PAIR, actor, conversationId).query(Long.class).list());
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor, long conversationId) {
        return jdbc.sql(sql).param("conversation_id", conversationId).param("org_id", actor.orgId());
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getLong("principal_id"), GroupRole.valueOf(rs.getString("role")), Sql.instant(rs, "joined_at"));
    }

    private static long[] unbox(@Nullable Long[] ids) {
        long[] result = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            Long id = ids[i];
            result[i] = id == null ? 0 : id;
        }
        return result;
    }

    /** A member's place in a conversation. */
    record Seat(long conversationId, ConversationKind kind, GroupRole role, long fromSeq, long headSeq) {}

    /**
     * People who come in at the same point of the log.
     *
     * @param guests they are customers
     */
    record NewSeats(long conversationId, Collection<Long> ids, long fromSeq, long fromNo, boolean guests) {}

    /** Where a place begins. */
    record Place(long fromSeq, long fromNo) {}

    record Slice(long after, int limit) {}

    record Row(long principalId, GroupRole role, Instant joinedAt) {}

    record Preferences(boolean muted, boolean pinned) {}
}
