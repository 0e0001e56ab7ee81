package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerThreads;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.ReadMarks;
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

/** Answers by e-mail, for customers whose page is closed. */
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
    ReadMarks marks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

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

    private void wishMails() {
        crm.transactions()
                .executeWithoutResult(status -> crm.customers().setReplyByEmail(org.id(), relation.customerId(), true));
    }

    private long say(String key) {
        return work.post(
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", key)))
                .json()
                .path("seq")
                .asLong();
    }

    /** The page has been closed for long enough. */
    private void consider(long seq) {
        clock.forward(Duration.ofMinutes(2));
        replies.consider(new Stretch(org.id(), thread, seq, seq));
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
}
