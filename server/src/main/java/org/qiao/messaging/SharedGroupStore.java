package org.qiao.messaging;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qiao.messaging.SharedGroups.GroupEntry;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.messaging.SharedGroups.GroupState;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads groups of employees and customers. */
@Repository
class SharedGroupStore {

    static final String STATES = """
            select id, title, member_count
            from messaging_conversation
            where org_id = :org_id and id = any(:ids) and external and kind = 'GROUP' and dissolved_at is null
            """;

    private static final String SEAT_PART = """
            select principal_id, guest, role, joined_at
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null
            """;

    static final String SEATS = SEAT_PART + """
            order by guest, case role when 'OWNER' then 0 when 'ADMIN' then 1 else 2 end, joined_at, principal_id
            """;

    static final String SEAT = SEAT_PART + """
                and principal_id = :principal_id
            """;

    static final String SEATED_IN = """
            select conversation_id
            from messaging_member
            where conversation_id = any(:ids) and principal_id = :principal_id and org_id = :org_id and left_at is null
            order by conversation_id
            """;

    static final String OWNERS = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and left_at is null and role = 'OWNER'
            """;

    static final String EVER = """
            select principal_id
            from messaging_member
            where conversation_id = :conversation_id and org_id = :org_id and principal_id = any(:ids)
            """;

    /** A recalled entry has no text any more. */
    static final String ENTRIES = """
            select seq, kind, sender_id, created_at,
                case when kind = 'SYSTEM' then body::json ->> 'event' end as event,
                case when kind = 'SYSTEM'
                    then array(select json_array_elements_text(body::json -> 'members')::bigint) end as members,
                case when kind = 'SYSTEM' then (body::json ->> 'memberTotal')::integer end as total,
                case when kind = 'SYSTEM' then body::json ->> 'title' end as title,
                case when kind = 'TEXT' and recalled_by_seq is null then body::json ->> 'text' end as text,
                case when kind in ('IMAGE', 'FILE') and recalled_by_seq is null
                    then (body::json -> 'file' ->> 'id')::bigint end as file_id
            from messaging_entry
            where conversation_id = :conversation_id and org_id = :org_id and seq > :after
            order by seq
            limit :limit
            """;

    private final JdbcClient jdbc;

    SharedGroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<GroupState> states(long orgId, Collection<Long> ids) {
        return jdbc.sql(STATES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, n) -> new GroupState(rs.getLong("id"), rs.getString("title"), rs.getInt("member_count")))
                .list();
    }

    List<GroupSeat> seats(long orgId, long conversationId) {
        return of(SEATS, orgId, conversationId).query((rs, n) -> seat(rs)).list();
    }

    Optional<GroupSeat> seat(long orgId, long conversationId, long principalId) {
        return of(SEAT, orgId, conversationId)
                .param("principal_id", principalId)
                .query((rs, n) -> seat(rs))
                .optional();
    }

    List<Long> seatedIn(long orgId, long principalId, Collection<Long> ids) {
        return jdbc.sql(SEATED_IN)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> owners(long orgId, long conversationId) {
        return of(OWNERS, orgId, conversationId).query(Long.class).list();
    }

    List<Long> everSeated(long orgId, long conversationId, Collection<Long> ids) {
        return of(EVER, orgId, conversationId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<GroupEntry> entries(long orgId, long conversationId, long after, int limit) {
        return of(ENTRIES, orgId, conversationId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> entry(rs))
                .list();
    }

    private static GroupSeat seat(ResultSet rs) throws SQLException {
        return new GroupSeat(
                rs.getLong("principal_id"),
                rs.getBoolean("guest"),
                GroupRole.valueOf(rs.getString("role")),
                Sql.instant(rs, "joined_at"));
    }

    private static GroupEntry entry(ResultSet rs) throws SQLException {
        Array members = rs.getArray("members");
        return new GroupEntry(
                rs.getLong("seq"),
                EntryKind.valueOf(rs.getString("kind")),
                rs.getLong("sender_id"),
                Sql.instant(rs, "created_at"),
                rs.getString("event"),
                members == null ? List.of() : List.of((Long[]) members.getArray()),
                rs.getInt("total"),
                rs.getString("title"),
                rs.getString("text"),
                rs.getObject("file_id", Long.class));
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long conversationId) {
        return jdbc.sql(sql).param("conversation_id", conversationId).param("org_id", orgId);
    }
}
