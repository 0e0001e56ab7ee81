package org.qiao.customercare;

import java.util.Collection;
import java.util.List;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Threads that are to be looked at. */
@Repository
class CareFeedStore {

    static final String ADD = """
            insert into customercare_feed (org_id, conversation_id)
            select i.org_id, i.conversation_id
            from unnest(:orgs::bigint[], :conversations::bigint[]) as i (org_id, conversation_id)
            """;

    /** Of all companies: org_id is the row's. */
    static final String TAKE = """
            with taken as materialized (
                select id
                from customercare_feed
                order by id
                limit :limit
                for update skip locked)
            delete from customercare_feed p
            using taken
            where p.id = taken.id
            returning p.org_id, p.conversation_id
            """;

    private final JdbcClient jdbc;

    CareFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(long orgId, long conversationId) {}

    void add(Collection<Stretch> stretches) {
        add(Stretch.orgIds(stretches), Stretch.conversationIds(stretches));
    }

    void addAll(long orgId, Collection<Long> conversations) {
        add(conversations.stream().map(_ -> orgId).toArray(Long[]::new), conversations.toArray(Long[]::new));
    }

    private void add(Long[] orgs, Long[] conversations) {
        if (orgs.length > 0) {
            jdbc.sql(ADD)
                    .param("orgs", orgs)
                    .param("conversations", conversations)
                    .update();
        }
    }

    List<Piece> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((rs, n) -> new Piece(rs.getLong("org_id"), rs.getLong("conversation_id")))
                .list();
    }
}
