package org.qiao.masssend;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which threads a mass message was said, and when it was answered. */
@Repository
class AnswerStore {

    /** Of all companies: org_id is the stretch's. */
    static final String SENT = """
            select i.conversation_id
            from unnest(:orgs::bigint[], :conversations::bigint[]) as i (org_id, conversation_id)
            where exists (
                select 1
                from masssend_recipient r
                where r.org_id = i.org_id and r.conversation_id = i.conversation_id and r.result = 'SENT')
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

    /** Those of the threads in which a mass message was said. */
    Set<Long> sent(List<Stretch> threads) {
        return Set.copyOf(jdbc.sql(SENT)
                .param("orgs", Stretch.orgIds(threads))
                .param("conversations", Stretch.conversationIds(threads))
                .query(Long.class)
                .list());
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
