package org.qiao.customercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qiao.customercare.CareDays.DayKey;
import org.qiao.customercare.CareViews.CareRecountView;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that are counted again. */
@Repository
class RecountStore {

    static final String ADD = """
            insert into customercare_recount (org_id, day, asked_by, asked_at)
            values (:org_id, :day, :by, :now)
            on conflict (org_id, day) do nothing
            """;

    static final String LIST = """
            select day, asked_at
            from customercare_recount
            where org_id = :org_id
            order by day
            limit :limit
            """;

    /** Of all companies: org_id is the row's. */
    static final String NEXT = """
            select org_id, day, conversation_id
            from customercare_recount
            order by asked_at
            limit 1
            for update skip locked
            """;

    static final String MOVE = """
            update customercare_recount
            set conversation_id = :conversation_id
            where org_id = :org_id and day = :day
            """;

    static final String DONE = """
            delete from customercare_recount
            where org_id = :org_id and day = :day
            """;

    static final String THREADS = """
            select conversation_id
            from customercare_thread
            where org_id = :org_id and conversation_id > :after
            order by conversation_id
            limit :limit
            """;

    /** What ended stays known, if the same wait is found again. */
    static final String FORGET = """
            update customercare_chat
            set received = 0, sent = 0
            where org_id = :org_id and day = :day and conversation_id = any(:conversations)
            """;

    static final String PEOPLE = """
            select member_id
            from customercare_day
            where org_id = :org_id and day = :day
            union
            select member_id
            from customercare_chat
            where org_id = :org_id and day = :day
            """;

    /** Of every company (org_id): single threads on days that nobody counts again. */
    static final String FORGET_CHATS = """
            delete from customercare_chat
            where ctid = any(array(
                select ctid
                from customercare_chat
                where day < :before -- every org_id
                limit :limit))
            """;

    /** Of every company (org_id). */
    static final String FORGET_DAYS = """
            delete from customercare_day
            where ctid = any(array(
                select ctid
                from customercare_day
                where day < :before -- every org_id
                limit :limit))
            """;

    /** Of every company (org_id). */
    static final String FORGET_EXPORTS = """
            delete from customercare_export
            where at < :before -- every org_id
            """;

    private final JdbcClient jdbc;

    RecountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Recount(long orgId, LocalDate day, long conversationId) {}

    void add(Actor actor, LocalDate day, Instant now) {
        of(ADD, actor.orgId(), day)
                .param("by", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    List<CareRecountView> list(long orgId, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("limit", limit)
                .query((rs, n) ->
                        new CareRecountView(rs.getObject("day", LocalDate.class), Sql.instant(rs, "asked_at")))
                .list();
    }

    Optional<Recount> next() {
        return jdbc.sql(NEXT)
                .query((rs, n) -> new Recount(
                        rs.getLong("org_id"), rs.getObject("day", LocalDate.class), rs.getLong("conversation_id")))
                .optional();
    }

    void move(Recount recount, long conversationId) {
        of(MOVE, recount.orgId(), recount.day())
                .param("conversation_id", conversationId)
                .update();
    }

    void done(Recount recount) {
        of(DONE, recount.orgId(), recount.day()).update();
    }

    List<Long> threads(long orgId, long after, int limit) {
        return jdbc.sql(THREADS)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void forget(Recount recount, List<Long> conversations) {
        of(FORGET, recount.orgId(), recount.day())
                .param("conversations", conversations.toArray(Long[]::new))
                .update();
    }

    List<DayKey> people(Recount recount) {
        return of(PEOPLE, recount.orgId(), recount.day())
                .query((rs, n) -> new DayKey(recount.day(), rs.getLong("member_id")))
                .list();
    }

    /** @return how many there were, at most the limit */
    int forgetChats(LocalDate before, int limit) {
        return jdbc.sql(FORGET_CHATS)
                .param("before", before)
                .param("limit", limit)
                .update();
    }

    int forgetDays(LocalDate before, int limit) {
        return jdbc.sql(FORGET_DAYS)
                .param("before", before)
                .param("limit", limit)
                .update();
    }

    void forgetExports(Instant before) {
        jdbc.sql(FORGET_EXPORTS).param("before", Sql.at(before)).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, LocalDate day) {
        return jdbc.sql(sql).param("org_id", orgId).param("day", day);
    }
}
