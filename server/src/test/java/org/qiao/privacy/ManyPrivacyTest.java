package org.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerThreads;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Many silent customers are counted, a long thread is emptied; {@code -Dqiao.measure=10000} gives the numbers of docs/performance.md. */
@QiaoTest
class ManyPrivacyTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyPrivacyTest.class);

    /** More than one portion of each. */
    private static final int MANY = Integer.getInteger("qiao.measure", 1_200);

    private static final Duration PATIENCE = Duration.ofSeconds(60 + MANY / 100);

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    CustomerThreads threads;

    @Autowired
    JdbcClient jdbc;

    @Test
    void manyAreCountedAndALongThreadIsEmptiedInStretches() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        CustomerRelation relation = crm.customer("话多的人", ann);
        long thread = threads.ensure(org.id(), relation.id()).orElseThrow();
        addSilent(org);
        long said = say(org, thread, relation.customerId());
        admin.put(
                "/api/admin/privacy/settings",
                Map.of("erasureDays", 0, "exportDays", 1, "retentionMonths", 0, "deviceMonths", 0));

        long started = System.nanoTime();
        int silent = admin.get("/api/admin/privacy/retention?retentionMonths=12")
                .json()
                .path("customers")
                .asInt();
        long counted = System.nanoTime();
        admin.post("/api/admin/privacy/erasures", Map.of("customerId", relation.customerId()));
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!state(admin).equals("DONE") && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(50_000_000);
        }
        long erased = System.nanoTime();

        assertThat(silent).isEqualTo(MANY);
        assertThat(state(admin)).isEqualTo("DONE");
        assertThat(left(thread)).isZero();
        LOG.info(
                "{} silent customers counted in {} ms, {} messages erased in {} ms",
                MANY,
                (counted - started) / 1_000_000,
                said,
                (erased - counted) / 1_000_000);
    }

    private static String state(TestBrowser admin) {
        return admin.get("/api/admin/privacy/erasures")
                .json()
                .path("items")
                .path(0)
                .path("state")
                .asString();
    }

    private void addSilent(TestOrg org) {
        jdbc.sql("""
                        with people as (
                            insert into principal (kind, org_id)
                            select 'CUSTOMER', :org from generate_series(1, :many)
                            returning id
                        )
                        insert into customer (principal_id, org_id, name, source, level, created_at)
                        select id, :org, '某人', 'LINK', 'ANONYMOUS', timestamptz '2020-01-01 00:00Z' from people
                        """).param("org", org.id()).param("many", MANY).update();
    }

    private long say(TestOrg org, long thread, long customer) {
        jdbc.sql("""
                        with head as (
                            select seq, message_no from messaging_head where conversation_id = :thread for update
                        ), said as (
                            insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, created_at, kind, body)
                            select :thread, h.seq + n, :org, h.message_no + n, :customer, now(), 'TEXT', '{"text":"很多话"}'
                            from head h
                            cross join generate_series(1, :many) n
                        )
                        update messaging_head x
                        set seq = x.seq + :many, message_no = x.message_no + :many
                        from head
                        where x.conversation_id = :thread
                        """)
                .param("thread", thread)
                .param("org", org.id())
                .param("customer", customer)
                .param("many", MANY)
                .update();
        return left(thread);
    }

    private long left(long thread) {
        return Objects.requireNonNull(
                jdbc.sql("""
                        select count(*) from messaging_entry
                        where conversation_id = :thread and kind = 'TEXT' and body <> '{"erased":true}'
                        """).param("thread", thread).query(Long.class).single());
    }
}
