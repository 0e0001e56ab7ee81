package org.qiao.customergroup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.qiao.messaging.OutboxReader;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Groups whose log has moved and is not read yet: written down in the transaction that takes entries from the outbox, by one
 * statement.
 */
@Repository
class GroupFeedStore implements OutboxReader {

    static final String ADD = """
            insert into customergroup_feed (org_id, conversation_id)
            select i.org_id, i.conversation_id
            from unnest(:orgs::bigint[], :conversations::bigint[]) as i (org_id, conversation_id)
            where exists (
                select 1
                from customergroup g
                where g.org_id = i.org_id and g.conversation_id = i.conversation_id)
            """;

    /** For the clock, which acts for nobody: rows say which company (org_id). */
    static final String PEEK = """
            select f.id, f.org_id, g.id as group_id, f.failures
            from (
                select id, org_id, conversation_id, failures
                from customergroup_feed
                where look_at is null or look_at <= :now
                order by id
                limit :limit) f
            join customergroup g on g.org_id = f.org_id and g.conversation_id = f.conversation_id
            order by f.id
            """;

    /** Ids come from rows that named org_id. */
    static final String DELETE = """
            delete from customergroup_feed
            where id = any(:ids) -- org_id: see above
            """;

    /** All pieces of a group that could not be read wait. */
    static final String LATER = """
            update customergroup_feed f
            set failures = f.failures + 1, look_at = :until
            from customergroup g
            where g.org_id = :org_id and g.id = :group_id and f.org_id = :org_id and f.conversation_id = g.conversation_id
            """;

    private final JdbcClient jdbc;

    GroupFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(long id, long orgId, long groupId, int failures) {}

    @Override
    public void moved(List<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            add(stretches);
        }
    }

    void add(List<Stretch> stretches) {
        jdbc.sql(ADD)
                .param("orgs", Stretch.orgIds(stretches))
                .param("conversations", Stretch.conversationIds(stretches))
                .update();
    }

    List<Piece> peek(Instant now, int limit) {
        return jdbc.sql(PEEK)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Piece(
                        rs.getLong("id"), rs.getLong("org_id"), rs.getLong("group_id"), rs.getInt("failures")))
                .list();
    }

    void later(Piece piece, Instant until) {
        jdbc.sql(LATER)
                .param("org_id", piece.orgId())
                .param("group_id", piece.groupId())
                .param("until", Sql.at(until))
                .update();
    }

    void delete(Collection<Long> ids) {
        jdbc.sql(DELETE).param("ids", ids.toArray(Long[]::new)).update();
    }
}
