package org.qiao.messagenotice;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.Messages;
import org.qiao.messaging.ReadMarks;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tests of this module do and see. */
@Component // found by the scan, so that all tests share one context
class Post {

    private final Messages messages;
    private final Conversations conversations;
    private final ReadMarks marks;
    private final MessageClock messageClock;
    private final JdbcClient jdbc;
    private final Clock clock;

    Post(
            Messages messages,
            Conversations conversations,
            ReadMarks marks,
            MessageClock messageClock,
            JdbcClient jdbc,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.marks = marks;
        this.messageClock = messageClock;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long group(TestUser owner, TestUser... others) {
        return conversations.createGroup(
                owner.actor(), "项目组", Arrays.stream(others).map(TestUser::id).toList(), key());
    }

    long direct(TestUser one, TestUser other) {
        return conversations.direct(one.actor(), other.id());
    }

    Ack say(TestUser sender, long conversation, String text, TestUser... named) {
        List<Long> mentions = Arrays.stream(named).map(TestUser::id).toList();
        Draft.Body body = new Draft.Body(text, mentions, null, null, null);
        return messages.sendAndWait(sender.actor(), Draft.message(conversation, key(), EntryKind.TEXT, body));
    }

    void recall(TestUser sender, long conversation, long seq) {
        messages.sendAndWait(sender.actor(), Draft.recall(conversation, key(), seq));
    }

    void read(TestUser reader, long conversation, long seq) {
        marks.mark(reader.actor(), conversation, seq);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A browser of theirs has asked for pushes; its push service is never found. */
    void subscribe(TestUser... users) {
        for (TestUser user : users) {
            jdbc.sql("""
                            insert into notice_subscription
                                (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                            values (:org, :id, 0, 'https://push.invalid/' || :id, decode(repeat('04', 65), 'hex'),
                                decode(repeat('00', 16), 'hex'), now(), now())
                            """).param("org", user.orgId()).param("id", user.id()).update();
        }
    }

    void mute(TestUser user, long conversation) {
        jdbc.sql(
                        "update messaging_member set muted = true where conversation_id = :conversation and principal_id = :id")
                .param("conversation", conversation)
                .param("id", user.id())
                .update();
    }

    /** Settings that no version can read: nothing of this company can be served. */
    void spoil(TestOrg org) {
        jdbc.sql("""
                        insert into messagenotice_company (org_id, settings, updated_at)
                        values (:org, '"nonsense"', now())
                        """).param("org", org.id()).update();
    }

    void mend(TestOrg org) {
        jdbc.sql("delete from messagenotice_company where org_id = :org")
                .param("org", org.id())
                .update();
    }

    /** The texts of pushes that were ordered, oldest first. */
    List<String> told(TestUser user) {
        return jdbc.sql("""
                        select content ->> 'title' || '|' || (content ->> 'text')
                        from notice_order
                        where org_id = :org and principal_id = :id and order_key like 'message:%'
                        order by id
                        """)
                .param("org", user.orgId())
                .param("id", user.id())
                .query(String.class)
                .list();
    }

    void awaitTold(TestUser user, int times) {
        Await.until(() -> told(user).size() >= times);
    }

    /** Whoever writes has read what is before it; that is written down a little later. */
    void awaitNothingUnread(TestUser user) {
        Await.until(
                () -> jdbc.sql("""
                        select not exists (
                                select 1
                                from messaging_member m
                                join messaging_head h on h.conversation_id = m.conversation_id
                                left join messaging_read r
                                    on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
                                where m.principal_id = :id and h.message_no > greatest(coalesce(r.read_no, 0), m.from_no))
                        """).param("id", user.id()).query(Boolean.class).single());
    }

    /** What was committed in the company is sorted, and nobody's moment is here. */
    void settle(TestUser user, long conversation) {
        Await.until(() -> jdbc.sql("""
                        select not exists (
                                select 1
                                from messaging_outbox o
                                where :conversation = any(o.conversations))
                            and not exists (
                                select 1
                                from messagenotice_feed f
                                where f.org_id = :org)
                        """)
                .param("org", user.orgId())
                .param("conversation", conversation)
                .query(Boolean.class)
                .single());
        Await.until(() -> {
            messageClock.tick();
            return jdbc.sql(
                            "select not exists (select 1 from messagenotice_call where org_id = :org and due_at <= :now)")
                    .param("org", user.orgId())
                    .param("now", Sql.at(clock.instant()))
                    .query(Boolean.class)
                    .single();
        });
    }

    /** The process dies behind the orders and before anything else was written: the same stretch comes again. */
    void again(TestUser user, long conversation, long seq) {
        jdbc.sql("""
                        update messagenotice_call
                        set told_seq = 0, told_at = null
                        where conversation_id = :conversation and principal_id = :id
                        """).param("conversation", conversation).param("id", user.id()).update();
        jdbc.sql("""
                        insert into messagenotice_feed (org_id, conversation_id, first_seq, last_seq)
                        values (:org, :conversation, :seq, :seq)
                        """)
                .param("org", user.orgId())
                .param("conversation", conversation)
                .param("seq", seq)
                .update();
    }
}
