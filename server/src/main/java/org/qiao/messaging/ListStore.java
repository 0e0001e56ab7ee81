package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Conversations as one member sees them: lists, and what moved since a cursor. */
@Repository
class ListStore {

    /** A direct conversation without a message is shown to whoever opened it only. */
    private static final String MINE_PART = """
            select c.id, c.kind, c.title, c.low_id, c.high_id, c.customer_id, c.external, c.closed, c.settings::text,
                c.member_count, h.seq, h.message_no, h.moved_at,
                greatest(coalesce(r.read_seq, 0), m.from_seq - 1) as read_seq,
                greatest(coalesce(r.read_no, 0), m.from_no) as read_no,
                m.from_seq, m.muted, m.pinned, m.role,
                (select max(x.seq)
                 from messaging_mention x
                 where x.conversation_id = m.conversation_id and x.principal_id in (m.principal_id, 0)
                     and x.seq >= m.from_seq and x.seq > coalesce(r.read_seq, 0)) as mention_seq,
                case when c.kind = 'GROUP' then array(
                    select f.principal_id
                    from messaging_member f
                    where f.conversation_id = m.conversation_id and f.left_at is null
                    order by f.principal_id
                    limit 4) end as faces
            from messaging_member m
            join messaging_conversation c on c.id = m.conversation_id
            join messaging_head h on h.conversation_id = m.conversation_id
            left join messaging_read r on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
            where m.principal_id = :principal_id and m.org_id = :org_id and m.left_at is null
            """;

    private static final String SHOWN_PART = """
                and (c.kind = 'GROUP' or h.seq > 0 or c.created_by = :principal_id)
            """;

    static final String ONE = MINE_PART + " and m.conversation_id = :id";

    static final String PAGE = MINE_PART + SHOWN_PART + """
                and (m.pinned, h.moved_at, c.id) < (:pinned, :moved_at, :id)
            order by m.pinned desc, h.moved_at desc, c.id desc
            limit :limit
            """;

    /** Exact whatever the order of commits: every head a transaction at or behind the cursor has moved. */
    static final String MOVED = MINE_PART + SHOWN_PART + """
                and h.moved_xid >= :cursor::xid8 and (h.moved_at, c.id) < (:moved_at, :id)
            order by h.moved_at desc, c.id desc
            limit :limit
            """;

    /** One snapshot for all parts of an answer: what is committed later is at or behind its xmin. */
    static final String POSITION = """
            select e.era, pg_snapshot_xmin(pg_current_snapshot())::text as cursor,
                coalesce(
                    (select p.seq from messaging_personal_head p where p.principal_id = :principal_id and p.org_id = :org_id),
                    0) as personal
            from messaging_era e
            """;

    /** Looks at the newest {@code window} entries of {@code conversations} that moved: whoever writes more is counted short. */
    static final String SENT = """
            select count(*)
            from (
                select m.conversation_id, m.from_seq
                from messaging_member m
                join messaging_head h on h.conversation_id = m.conversation_id
                where m.principal_id = :principal_id and m.org_id = :org_id and m.left_at is null and h.moved_at >= :from
                order by h.moved_at desc
                limit :conversations
            ) mine
            cross join lateral (
                select x.sender_id, x.kind, x.created_at, x.recalled_by_seq
                from messaging_entry x
                where x.conversation_id = mine.conversation_id and x.seq >= mine.from_seq
                order by x.conversation_id desc, x.seq desc
                limit :window
            ) e
            where e.sender_id = :principal_id and e.kind in ('TEXT', 'IMAGE', 'FILE') and e.recalled_by_seq is null
                and e.created_at >= :from and e.created_at < :until
            """;

    static final String ERA = """
            select era
            from messaging_era
            """;

    private static final int SENT_CONVERSATIONS = 200;
    private static final int SENT_WINDOW = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Line> find(Actor actor, long id) {
        return mine(ONE, actor).param("id", id).query(this::line).optional();
    }

    List<Line> page(Actor actor, Key key, int limit) {
        return mine(PAGE, actor)
                .param("pinned", key.pinned())
                .param("moved_at", Sql.at(key.movedAt()))
                .param("id", key.id())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    List<Line> moved(Actor actor, String cursor, Key key, int limit) {
        return mine(MOVED, actor)
                .param("cursor", cursor)
                .param("moved_at", Sql.at(key.movedAt()))
                .param("id", key.id())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    Position position(Actor actor) {
        return mine(POSITION, actor)
                .query((rs, n) -> new Position(rs.getLong("era"), rs.getString("cursor"), rs.getLong("personal")))
                .single();
    }

    long era() {
        return jdbc.sql(ERA).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec spec(JdbcClient.StatementSpec statement, Actor actor) {
        return statement.param("principal_id", actor.principalId()).param("org_id", actor.orgId());
    }

    private JdbcClient.StatementSpec mine(String sql, Actor actor) {
        return spec(jdbc.sql(sql), actor);
    }

    private Line line(ResultSet rs, int n) throws SQLException {
        java.sql.Array faces = rs.getArray("faces");
        return new Line(
                rs.getLong("id"),
                ConversationKind.valueOf(rs.getString("kind")),
                rs.getString("title"),
                Sql.longOrNull(rs, "low_id"),
                Sql.longOrNull(rs, "high_id"),
                Sql.longOrNull(rs, "customer_id"),
                rs.getBoolean("external"),
                rs.getBoolean("closed"),
                faces == null ? List.of() : List.of((Long[]) faces.getArray()),
                rs.getInt("member_count"),
                rs.getLong("seq"),
                rs.getLong("message_no"),
                rs.getLong("read_seq"),
                rs.getLong("read_no"),
                Sql.longOrNull(rs, "mention_seq"),
                rs.getBoolean("muted"),
                rs.getBoolean("pinned"),
                GroupRole.valueOf(rs.getString("role")),
                ConversationStore.settings(json, rs.getString("settings")),
                Sql.instant(rs, "moved_at"),
                rs.getLong("from_seq"));
    }

    /** A conversation without its people and entries. */
    record Line(
            long id,
            ConversationKind kind,
            String title,
            @Nullable Long lowId,
            @Nullable Long highId,
            @Nullable Long customerId,
            boolean external,
            boolean closed,
            List<Long> faces,
            int memberCount,
            long seq,
            long messageNo,
            long readSeq,
            long readNo,
            @Nullable Long mentionSeq,
            boolean muted,
            boolean pinned,
            GroupRole role,
            GroupSettings settings,
            Instant movedAt,
            long fromSeq) {

        /** The other side of a direct conversation; the customer for whoever serves him. */
        @Nullable
        Long peer(Actor actor) {
            if (customerId != null) {
                return customerId == actor.principalId() ? null : customerId;
            }
            return lowId != null && lowId == actor.principalId() ? highId : lowId;
        }

        Key key() {
            return new Key(pinned, movedAt, id);
        }
    }

    /** The place of a conversation in a list. */
    record Key(boolean pinned, Instant movedAt, long id) {

        static final Key FIRST = new Key(true, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
    }

    record Position(long era, String cursor, long personal) {}

    int sent(Actor actor, Instant from, Instant until) {
        return jdbc.sql(SENT)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("conversations", SENT_CONVERSATIONS)
                .param("window", SENT_WINDOW)
                .query(Integer.class)
                .single();
    }
}
