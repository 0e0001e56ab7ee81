package org.qiao.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers' threads in which something was said, until it was looked at, and when he was told last. */
@Repository
class ReplyStore {

    static final String ADD = """
            insert into visit_reply as r (org_id, conversation_id, first_seq, last_seq, due_at)
            select i.org_id, i.conversation_id, i.first_seq, i.last_seq, :now
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[], :lasts::bigint[])
                as i (org_id, conversation_id, first_seq, last_seq)
            order by i.org_id, i.conversation_id
            on conflict (org_id, conversation_id) do update
                set last_seq = greatest(r.last_seq, excluded.last_seq), first_seq = least(r.first_seq, excluded.first_seq),
                    due_at = least(r.due_at, excluded.due_at)
            """;

    static final String ADD_FOR_MAIL = """
            insert into visit_reply as r (org_id, conversation_id, first_seq, last_seq, due_at, mail)
            values (:org_id, :conversation_id, :first_seq, :last_seq, :now, true)
            on conflict (org_id, conversation_id) do update
                set last_seq = greatest(r.last_seq, excluded.last_seq), first_seq = least(r.first_seq, excluded.first_seq),
                    due_at = least(r.due_at, excluded.due_at), mail = true
            """;

    /** Of all companies: org_id is the row's. */
    static final String DUE = """
            select org_id, conversation_id, first_seq, last_seq, mail
            from visit_reply
            where due_at <= :now
            order by due_at
            limit :limit
            """;

    static final String DONE = """
            delete from visit_reply
            where org_id = :org_id and conversation_id = :conversation_id and last_seq = :last_seq and mail = :mail
            """;

    static final String POSTPONE = """
            update visit_reply
            set due_at = :due_at
            where org_id = :org_id and conversation_id = :conversation_id and last_seq = :last_seq
            """;

    static final String TOLD = """
            select at
            from visit_told
            where org_id = :org_id and conversation_id = :conversation_id and at is not null
            """;

    static final String PUSHED = """
            select pushed_at
            from visit_told
            where org_id = :org_id and conversation_id = :conversation_id and pushed_at is not null
            """;

    static final String PUSH = """
            insert into visit_told (org_id, conversation_id, pushed_at)
            values (:org_id, :conversation_id, :now)
            on conflict (org_id, conversation_id) do update set pushed_at = excluded.pushed_at
            """;

    static final String TELL = """
            insert into visit_told (org_id, conversation_id, at)
            values (:org_id, :conversation_id, :now)
            on conflict (org_id, conversation_id) do update set at = excluded.at
            """;

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked at now.
     *
     * @param mail a push of it did not arrive
     */
    record Due(Stretch stretch, boolean mail) {}

    /** Of each thread one. */
    void add(List<Stretch> stretches, Instant now) {
        jdbc.sql(ADD)
                .param("orgs", numbers(stretches, Stretch::orgId))
                .param("conversations", numbers(stretches, Stretch::conversationId))
                .param("firsts", numbers(stretches, Stretch::firstSeq))
                .param("lasts", numbers(stretches, Stretch::lastSeq))
                .param("now", Sql.at(now))
                .update();
    }

    private static Long[] numbers(List<Stretch> stretches, ToLongFunction<Stretch> field) {
        return stretches.stream().mapToLong(field).boxed().toArray(Long[]::new);
    }

    void addForMail(Stretch stretch, Instant now) {
        of(ADD_FOR_MAIL, stretch.orgId(), stretch.conversationId())
                .param("first_seq", stretch.firstSeq())
                .param("last_seq", stretch.lastSeq())
                .param("now", Sql.at(now))
                .update();
    }

    List<Due> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Due(
                        new Stretch(
                                rs.getLong("org_id"),
                                rs.getLong("conversation_id"),
                                rs.getLong("first_seq"),
                                rs.getLong("last_seq")),
                        rs.getBoolean("mail")))
                .list();
    }

    /** Unless more was said meanwhile, or a push did not arrive: then it stays due. */
    void done(Due due) {
        Stretch stretch = due.stretch();
        of(DONE, stretch.orgId(), stretch.conversationId())
                .param("last_seq", stretch.lastSeq())
                .param("mail", due.mail())
                .update();
    }

    void postpone(Stretch stretch, Instant dueAt) {
        of(POSTPONE, stretch.orgId(), stretch.conversationId())
                .param("last_seq", stretch.lastSeq())
                .param("due_at", Sql.at(dueAt))
                .update();
    }

    Optional<Instant> told(long orgId, long conversationId) {
        return of(TOLD, orgId, conversationId)
                .query((rs, n) -> Sql.instant(rs, "at"))
                .optional();
    }

    void tell(long orgId, long conversationId, Instant now) {
        of(TELL, orgId, conversationId).param("now", Sql.at(now)).update();
    }

    Optional<Instant> pushed(long orgId, long conversationId) {
        return of(PUSHED, orgId, conversationId)
                .query((rs, n) -> Sql.instant(rs, "pushed_at"))
                .optional();
    }

    void push(long orgId, long conversationId, Instant now) {
        of(PUSH, orgId, conversationId).param("now", Sql.at(now)).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long conversationId) {
        return jdbc.sql(sql).param("org_id", orgId).param("conversation_id", conversationId);
    }
}
