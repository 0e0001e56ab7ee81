package org.qiao.masssend;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in threads with a mass message and is not looked at. */
@Repository
class AnswerStore {

    /** Of all companies: org_id is the stretch's. */
    static final String ADD = """
            insert into masssend_feed (org_id, conversation_id, first_seq)
            select i.org_id, i.conversation_id, i.first_seq
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[]) as i (org_id, conversation_id, first_seq)
            where exists (
                select 1
                from masssend_recipient r
                where r.org_id = i.org_id and r.conversation_id = i.conversation_id and r.result = 'SENT')
            """;

    static final String TAKE = """
            delete from masssend_feed
            where id in (
                select id
                from masssend_feed
                order by id
                limit :limit
                for update skip locked)
            returning org_id, conversation_id, first_seq
            """;

    /** The first answer within a day; the first counts when two come at once. */
    static final String ANSWER = """
            update masssend_recipient r
            set answered_at = i.at
            from unnest(:conversations::bigint[], :ats::timestamptz[]) as i (conversation_id, at)
            where r.org_id = :org_id and r.conversation_id = i.conversation_id and r.result = 'SENT' and r.answered_at is null
                and i.at >= r.claimed_at and i.at <= r.decided_at + :within * interval '1 second'
            """;

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
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

    List<Piece> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((rs, n) ->
                        new Piece(rs.getLong("org_id"), rs.getLong("conversation_id"), rs.getLong("first_seq")))
                .list();
    }

    void answer(long orgId, List<Message> messages) {
        jdbc.sql(ANSWER)
                .param("org_id", orgId)
                .param("within", MassRule.ANSWER.toSeconds())
                .param(
                        "conversations",
                        messages.stream().map(Message::conversationId).toArray(Long[]::new))
                .param("ats", messages.stream().map(m -> at(m.at())).toArray(String[]::new))
                .update();
    }

    private static String at(Instant at) {
        return Sql.at(at).toString();
    }
}
