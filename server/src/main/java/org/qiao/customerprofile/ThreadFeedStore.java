package org.qiao.customerprofile;

import java.util.List;
import java.util.function.ToLongFunction;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages in customers' threads that were committed and are not looked at. */
@Repository
class ThreadFeedStore {

    static final String ADD = """
            insert into customerprofile_feed (org_id, conversation_id, first_seq)
            select i.org_id, i.conversation_id, i.first_seq
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[]) as i (org_id, conversation_id, first_seq)
            where exists (
                select 1
                from customerprofile_line l
                where l.org_id = i.org_id and l.conversation_id = i.conversation_id)
            """;

    static final String ADD_WHOLE = """
            insert into customerprofile_feed (org_id, conversation_id, first_seq)
            values (:org_id, :conversation_id, 1)
            """;

    static final String TAKE = """
            delete from customerprofile_feed
            where id in (
                select id
                from customerprofile_feed
                order by id
                limit :limit
                for update skip locked)
            returning org_id, conversation_id, first_seq
            """;

    private final JdbcClient jdbc;

    ThreadFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(long orgId, long conversationId, long firstSeq) {}

    void add(List<Stretch> stretches) {
        jdbc.sql(ADD)
                .param("orgs", numbers(stretches, Stretch::orgId))
                .param("conversations", numbers(stretches, Stretch::conversationId))
                .param("firsts", numbers(stretches, Stretch::firstSeq))
                .update();
    }

    private static Long[] numbers(List<Stretch> stretches, ToLongFunction<Stretch> field) {
        return stretches.stream().mapToLong(field).boxed().toArray(Long[]::new);
    }

    /** A thread that is known only now: what was said in it before counts, too. */
    void addWhole(long orgId, long conversationId) {
        jdbc.sql(ADD_WHOLE)
                .param("org_id", orgId)
                .param("conversation_id", conversationId)
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
