package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Conversations and their heads, for those who change them. */
@Repository
class ConversationStore {

    static final String INSERT_DIRECT = """
            insert into messaging_conversation (org_id, kind, low_id, high_id, created_by, created_at, member_count)
            values (:org_id, 'DIRECT', :low_id, :high_id, :principal_id, :now, 2)
            on conflict (org_id, low_id, high_id) where kind = 'DIRECT' do nothing
            returning id
            """;

    /** Made by the voice, so that the member sees it from its first card on. */
    static final String INSERT_VOICED = """
            insert into messaging_conversation
                (org_id, kind, low_id, high_id, created_by, created_at, member_count, voice_id)
            values (:org_id, 'DIRECT', :low_id, :high_id, :principal_id, :now, 2, :principal_id)
            on conflict (org_id, low_id, high_id) where kind = 'DIRECT' do nothing
            returning id
            """;

    static final String FIND_VOICED = """
            select c.id, i.id as member_id
            from unnest(:members::bigint[]) as i (id)
            join messaging_conversation c on c.org_id = :org_id and c.kind = 'DIRECT'
                and c.low_id = least(i.id, :voice_id) and c.high_id = greatest(i.id, :voice_id)
            """;

    static final String FIND_DIRECT = """
            select id
            from messaging_conversation
            where org_id = :org_id and kind = 'DIRECT' and low_id = :low_id and high_id = :high_id
            """;

    static final String INSERT_GROUP = """
            insert into messaging_conversation (org_id, kind, title, created_by, created_at, create_key)
            values (:org_id, 'GROUP', :title, :principal_id, :now, :key)
            on conflict (org_id, created_by, create_key) where create_key is not null do nothing
            returning id
            """;

    static final String FIND_GROUP = """
            select id
            from messaging_conversation
            where org_id = :org_id and created_by = :principal_id and create_key = :key
            """;

    /** Made by the customer, who sees it at once. */
    static final String INSERT_CUSTOMER = """
            insert into messaging_conversation (org_id, kind, customer_id, external, created_by, created_at, create_key)
            values (:org_id, 'CUSTOMER', :customer_id, true, :customer_id, :now, :key)
            on conflict (org_id, created_by, create_key) where create_key is not null do nothing
            returning id
            """;

    static final String MARK_EXTERNAL = """
            update messaging_conversation
            set external = true
            where id = :id and org_id = :org_id and kind = 'GROUP'
            """;

    static final String SET_CUSTOMER = """
            update messaging_conversation
            set customer_id = :customer_id
            where id = :id and org_id = :org_id and kind = 'CUSTOMER'
            """;

    static final String EXTERNAL = """
            select id
            from messaging_conversation
            where org_id = :org_id and id = any(:ids) and external
            """;

    static final String IS_EXTERNAL = """
            select external
            from messaging_conversation
            where org_id = :org_id and id = :id
            """;

    static final String INSERT_HEAD = """
            insert into messaging_head (conversation_id, org_id, moved_at)
            values (:id, :org_id, :now)
            """;

    /**
     * The head's row lock is what every writer of a conversation takes first. The conversation's row is locked with it: after a
     * wait PostgreSQL reads again only what it locks, and the rest would be as old as the statement.
     */
    static final String LOCK = """
            select c.id, c.kind, c.title, c.settings::text, c.member_count, c.closed, c.external, h.seq, h.message_no
            from messaging_head h
            join messaging_conversation c on c.id = h.conversation_id
            where h.conversation_id = :id and h.org_id = :org_id and c.dissolved_at is null
            for no key update of h, c
            """;

    /** Every change of members, roles or state ends here, under the head's lock: what appenders know of permissions ends too. */
    static final String UPDATE = """
            with head as (
                update messaging_head
                set permit = permit + 1
                where conversation_id = :id and org_id = :org_id
            )
            update messaging_conversation
            set title = :title, settings = :settings::jsonb, member_count = :member_count, closed = :closed,
                dissolved_at = :dissolved_at
            where id = :id and org_id = :org_id
            """;

    static final String INSERT_ENTRY = """
            insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, body, created_at)
            values (:id, :seq, :org_id, :message_no, :sender_id, 'SYSTEM', :body, :now)
            """;

    static final String MOVED_AT = """
            select moved_at
            from messaging_head
            where conversation_id = :id and org_id = :org_id
            """;

    static final String MOVE_HEAD = """
            update messaging_head
            set seq = :seq, moved_xid = pg_current_xact_id(), moved_at = :now
            where conversation_id = :id and org_id = :org_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConversationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when the two have one already. */
    Optional<Long> insertDirect(Actor actor, long peerId, Instant now) {
        return pair(INSERT_DIRECT, actor, peerId)
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    /** Empty when the app has spoken to the member before. */
    Optional<Long> insertVoiced(Actor voice, long memberId, Instant now) {
        return pair(INSERT_VOICED, voice, memberId)
                .param("principal_id", voice.principalId())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    /** Where the voice speaks to these members; keyed by member. */
    Map<Long, Long> findVoiced(Actor voice, Collection<Long> memberIds) {
        Map<Long, Long> found = new HashMap<>();
        jdbc.sql(FIND_VOICED)
                .param("org_id", voice.orgId())
                .param("voice_id", voice.principalId())
                .param("members", memberIds.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    found.put(rs.getLong("member_id"), rs.getLong("id"));
                });
        return found;
    }

    Optional<Long> findDirect(Actor actor, long peerId) {
        return pair(FIND_DIRECT, actor, peerId).query(Long.class).optional();
    }

    /** Empty when the key was used before. */
    Optional<Long> insertGroup(Actor actor, String title, String key, Instant now) {
        return jdbc.sql(INSERT_GROUP)
                .param("org_id", actor.orgId())
                .param("title", title)
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    Optional<Long> findGroup(Actor actor, String key) {
        return jdbc.sql(FIND_GROUP)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** Empty when the key was used before. */
    Optional<Long> insertCustomer(Actor customer, String key, Instant now) {
        return jdbc.sql(INSERT_CUSTOMER)
                .param("org_id", customer.orgId())
                .param("customer_id", customer.principalId())
                .param("now", Sql.at(now))
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    void markExternal(Turn turn) {
        of(MARK_EXTERNAL, turn.actor(), turn.state().id()).update();
    }

    void setCustomer(Turn turn, long customerId) {
        of(SET_CUSTOMER, turn.actor(), turn.state().id())
                .param("customer_id", customerId)
                .update();
    }

    /** Those in which somebody from outside the company reads. */
    Set<Long> external(long orgId, Collection<Long> ids) {
        return Set.copyOf(jdbc.sql(EXTERNAL)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The same of one; empty when the company has no such conversation. */
    Optional<Boolean> isExternal(long orgId, long id) {
        return jdbc.sql(IS_EXTERNAL)
                .param("org_id", orgId)
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }

    void insertHead(Actor actor, long id, Instant now) {
        of(INSERT_HEAD, actor, id).param("now", Sql.at(now)).update();
    }

    Optional<Turn> lock(Actor actor, long id, Instant now) {
        return of(LOCK, actor, id)
                .query((rs, n) -> new Turn(actor, state(rs), rs.getLong("seq"), rs.getLong("message_no"), now))
                .optional();
    }

    void save(Turn turn) {
        Turn.State state = turn.state();
        of(UPDATE, turn.actor(), state.id())
                .param("title", state.title())
                .param("settings", json.writeValueAsString(state.settings()))
                .param("member_count", state.memberCount())
                .param("closed", state.closed())
                .param(
                        "dissolved_at",
                        Sql.atOrNull(state.dissolved() ? turn.now() : null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void append(Turn turn, EntryView entry) {
        of(INSERT_ENTRY, turn.actor(), turn.state().id())
                .param("seq", entry.seq())
                .param("message_no", entry.no())
                .param("sender_id", entry.sender())
                .param("body", entry.body())
                .param("now", Sql.at(entry.at()))
                .update();
    }

    /** The time of the last entry. */
    Optional<Instant> movedAt(long orgId, long id) {
        return jdbc.sql(MOVED_AT)
                .param("id", id)
                .param("org_id", orgId)
                .query((rs, n) -> Sql.instant(rs, "moved_at"))
                .optional();
    }

    void moveHead(Turn turn) {
        of(MOVE_HEAD, turn.actor(), turn.state().id())
                .param("seq", turn.seq())
                .param("now", Sql.at(turn.now()))
                .update();
    }

    private Turn.State state(ResultSet rs) throws SQLException {
        return new Turn.State(
                rs.getLong("id"),
                ConversationKind.valueOf(rs.getString("kind")),
                rs.getString("title"),
                settings(json, rs.getString("settings")),
                rs.getInt("member_count"),
                rs.getBoolean("closed"),
                false,
                rs.getBoolean("external"));
    }

    /** Settings may be older than the program: what is missing is off. */
    static GroupSettings settings(JsonMapper json, @Nullable String stored) {
        return stored == null || stored.equals("{}")
                ? GroupSettings.STANDARD
                : json.readValue(stored, GroupSettings.class);
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor, long id) {
        return jdbc.sql(sql).param("id", id).param("org_id", actor.orgId());
    }

    private JdbcClient.StatementSpec pair(String sql, Actor actor, long peerId) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("low_id", Math.min(actor.principalId(), peerId))
                .param("high_id", Math.max(actor.principalId(), peerId));
    }
}
