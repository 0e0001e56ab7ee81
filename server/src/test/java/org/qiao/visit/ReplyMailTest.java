package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerThreads;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.ReadMarks;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers by push or by e-mail, for customers whose page is closed. */
@QiaoTest
class ReplyMailTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    CustomerThreads threads;

    @Autowired
    Replies replies;

    @Autowired
    ReplyStore store;

    @Autowired
    CustomerConversations conversations;

    @Autowired
    ReadMarks marks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    private TestOrg org;
    private TestBrowser work;
    private CustomerRelation relation;
    private long thread;

    @BeforeEach
    void aCustomerWithAnAddress() {
        org = given.org();
        TestUser ann = org.user("安娜");
        work = new TestBrowser(http).signedIn(ann);
        Map<String, Object> server =
                Map.of("host", "127.0.0.1", "port", 9, "security", "NONE", "from", "q@example.com");
        new TestBrowser(http)
                .signedIn(org.admin())
                .put("/api/admin/notice/channels/EMAIL", Map.of("kind", "SMTP", "settings", server, "enabled", true));
        relation = crm.customer("李女士", ann);
        thread = threads.ensure(org.id(), relation.id()).orElseThrow();
        crm.transactions().executeWithoutResult(status -> {
            CustomerKey address = CustomerKey.email("li@example.com").orElseThrow();
            crm.customers().prove(org.id(), relation.customerId(), address);
        });
    }

    /** The push failed while whoever sent it had not yet written down that he was done. */
    @Test
    void aPushThatFailsAtOnceIsStillFollowedByAMail() {
        Stretch stretch = new Stretch(org.id(), thread, 1_000_000, 1_000_000);
        Instant late = clock.instant().plus(Duration.ofDays(36_500)); // the clock of all tests looks at nothing here
        store.add(List.of(stretch), late);
        ReplyStore.Due pushed = new ReplyStore.Due(stretch, false);

        store.addForMail(stretch, late);
        store.done(pushed);

        assertThat(waiting(stretch)).isOne();
        store.done(new ReplyStore.Due(stretch, true));
        assertThat(waiting(stretch)).isZero();
    }

    private int waiting(Stretch stretch) {
        return jdbc.sql("select count(*) from visit_reply where org_id = :org and last_seq = :seq and mail")
                .param("org", org.id())
                .param("seq", stretch.lastSeq())
                .query(Integer.class)
                .single();
    }

    /** His card cannot be read: whatever it is, other companies' customers are answered. */
    @Test
    void oneThreadThatFailsHoldsUpNoOther() {
        work.put("/api/my-card", card());
        jdbc.sql("update contactway_card set content = '{\"title\": [1]}' where org_id = :org")
                .param("org", org.id())
                .update();
        conversations.say(org.id(), relation.customerId(), Draft.text(thread, "q1", "在吗"));
        TestOrg other = given.org();
        TestUser bob = other.user("鲍勃");
        TestBrowser desk = new TestBrowser(http).signedIn(bob);
        desk.put("/api/my-card", card());
        TestUser guest = crm.guest(other, "赵先生");
        long served = Objects.requireNonNull(crm.serve(guest, bob).conversationId());

        conversations.say(other.id(), guest.id(), Draft.text(served, "q1", "有人吗"));

        Await.until(() ->
                desk.get("/api/conversations/" + served + "/entries").text().contains("已下班"));
        jdbc.sql("delete from contactway_card where org_id = :org")
                .param("org", org.id())
                .update();
    }

    private static Map<String, Object> card() {
        return Map.of("title", "", "needs", List.of(), "autoReply", "已下班", "skipVerify", true, "hours", List.of());
    }

    private void wishMails() {
        crm.transactions()
                .executeWithoutResult(status -> crm.customers().setReplyByEmail(org.id(), relation.customerId(), true));
    }

    private long say(String key) {
        return say(key, key);
    }

    private long say(String key, String text) {
        return work.post(
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)))
                .json()
                .path("seq")
                .asLong();
    }

    /** The page has been closed for long enough. */
    private void consider(long seq) {
        clock.forward(Duration.ofMinutes(2));
        consider(new Stretch(org.id(), thread, seq, seq));
    }

    private void consider(Stretch stretch) {
        replies.consider(new ReplyStore.Due(stretch, false));
    }

    /** A device whose address is of no use: the first push ends it. */
    private void wishPushes() {
        jdbc.sql("""
                        insert into notice_subscription
                            (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                        values (:org, :customer, 0, 'https://127.0.0.1/gone', decode(repeat('04', 65), 'hex'),
                            decode(repeat('00', 16), 'hex'), now(), now())
                        """)
                .param("org", org.id())
                .param("customer", relation.customerId())
                .update();
    }

    private JsonNode push(long seq) {
        return jdbc.sql("select content from notice_order where org_id = :org and order_key = :key")
                .param("org", org.id())
                .param("key", "visit-push:" + thread + ":" + seq)
                .query((rs, n) -> json.readTree(rs.getString("content")))
                .single();
    }

    private int devices() {
        return jdbc.sql("select count(*) from notice_subscription where org_id = :org")
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    private int mails() {
        return jdbc.sql("select count(*) from notice_order where org_id = :org and order_key like 'visit-reply:%'")
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHasReadTheAnswerOnHisPageIsSentNoMailOfIt() {
        long read = say("k1");
        marks.mark(new TestUser(org.id(), 0, relation.customerId(), "").actor(), thread, read);
        wishMails();

        consider(read);
        assertThat(mails()).isZero();

        consider(say("k2"));
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void whoHasProvedOnlyANumberIsToldBySms() {
        new TestBrowser(http).signedIn(org.admin()).put("/api/admin/notice/simulation", Map.of("on", true));
        crm.transactions().executeWithoutResult(status -> {
            crm.customers()
                    .keys(org.id(), relation.customerId())
                    .forEach(key -> jdbc.sql("delete from customer_key where org_id = :org and value = :value")
                            .param("org", org.id())
                            .param("value", key.value())
                            .update());
            CustomerKey number = new CustomerKey(CustomerKey.Kind.PHONE, "+8613800138000");
            crm.customers().prove(org.id(), relation.customerId(), number);
        });
        wishMails();

        consider(say("k1"));

        assertThat(jdbc.sql("select channel from notice_order where org_id = :org and order_key like 'visit-reply:%'")
                        .param("org", org.id())
                        .query(String.class)
                        .list())
                .containsExactly("SMS");
    }

    /** What was said stays out of it unless the company wants it in; a device that is gone is forgotten, and then a mail goes. */
    @Test
    void aPushComesFirstAndAMailOnlyWhenNoDeviceTookIt() {
        wishMails();
        wishPushes();
        long seq = say("k1", "私密的话");

        consider(new Stretch(org.id(), thread, seq, seq));

        JsonNode content = push(seq);
        assertThat(content.path("title").asString()).isEqualTo("安娜");
        assertThat(content.path("text").asString()).doesNotContain("私密").endsWith("给您发来了新消息");
        assertThat(content.path("link").asString()).endsWith("?thread=" + thread);
        assertThat(mails()).isZero();
        Await.until(() -> devices() == 0);
        Await.until(() -> jdbc.sql("select count(*) from visit_reply where org_id = :org and mail")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single()
                == 1);
        clock.forward(Duration.ofMinutes(2));
        Await.until(() -> mails() == 1);

        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        ObjectNode settings =
                (ObjectNode) admin.get("/api/admin/customers/settings").json();
        assertThat(settings.path("pushText").asBoolean()).isFalse();
        admin.put("/api/admin/customers/settings", settings.put("pushText", true));
        wishPushes();
        long next = say("k2", "报价单好了");
        clock.forward(Duration.ofMinutes(1));
        consider(new Stretch(org.id(), thread, next, next));
        assertThat(push(next).path("text").asString()).isEqualTo("报价单好了");
    }
}
