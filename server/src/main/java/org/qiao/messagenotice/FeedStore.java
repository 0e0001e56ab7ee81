package org.qiao.messagenotice;

import java.util.List;
import java.util.function.ToLongFunction;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was committed and is not looked at. */
@Repository
class FeedStore {

    static final String ADD = """
            insert into messagenotice_feed (org_id, conversation_id, first_seq, last_seq)
            select i.org_id, i.conversation_id, i.first_seq, i.last_seq
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[], :lasts::bigint[])
                as i (org_id, conversation_id, first_seq, last_seq)
            """;

    static final String TAKE = """
            with taken as materialized (
                select id
                from messagenotice_feed
                order by id
                limit :limit
                for update skip locked)
            delete from messagenotice_feed p
            using taken
            where p.id = taken.id
            returning p.org_id, p.conversation_id, p.first_seq, p.last_seq
            """;

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Stretch> stretches) {
        jdbc.sql(ADD)
                .param("orgs", numbers(stretches, Stretch::orgId))
                .param("conversations", numbers(stretches, Stretch::conversationId))
                .param("firsts", numbers(stretches, Stretch::firstSeq))
                .param("lasts", numbers(stretches, Stretch::lastSeq))
                .update();
    }

    private static Long[] numbers(List<Stretch> stretches, ToLongFunction<Stretch> field) {
        return stretches.stream().mapToLong(field).boxed().toArray(Long[]::new);
    }

    List<Stretch> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((rs, n) -> new Stretch(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("first_seq"),
                        rs.getLong("last_seq")))
                .list();
    }
}
