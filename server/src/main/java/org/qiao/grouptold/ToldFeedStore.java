package org.qiao.grouptold;

import java.util.List;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in groups with customers and is not looked through. */
@Repository
class ToldFeedStore {

    static final String ADD = """
            insert into grouptold_feed (org_id, conversation_id, first_seq)
            select i.org_id, i.conversation_id, i.first_seq
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[])
                as i (org_id, conversation_id, first_seq)
            """;

    /** Of all companies: rows say which (org_id). */
    static final String TAKE = """
            with taken as materialized (
                select id
                from grouptold_feed
                order by id
                limit :limit
                for update skip locked)
            delete from grouptold_feed p
            using taken
            where p.id = taken.id
            returning p.org_id, p.conversation_id, p.first_seq
            """;

    private final JdbcClient jdbc;

    ToldFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(long orgId, long conversationId, long firstSeq) {}

    void add(List<Stretch> stretches) {
        jdbc.sql(ADD)
                .param("orgs", stretches.stream().map(Stretch::orgId).toArray(Long[]::new))
                .param(
                        "conversations",
                        stretches.stream().map(Stretch::conversationId).toArray(Long[]::new))
                .param("firsts", stretches.stream().map(Stretch::firstSeq).toArray(Long[]::new))
                .update();
    }

    List<Piece> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((rs, n) ->
                        new Piece(rs.getLong("org_id"), rs.getLong("conversation_id"), rs.getLong("first_seq")))
                .list();
    }
}
