package org.qiao.masssend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One text to all customers of a company; {@code -Dqiao.measure=10000} gives the numbers of docs/performance.md. */
@QiaoTest
@Isolated
class ManyMassTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyMassTest.class);
    private static final int CUSTOMERS = Integer.getInteger("qiao.measure", 300);

    @Autowired
    Given given;

    @Autowired
    MassDesk desk;

    @Autowired
    Crm crm;

    @Autowired
    MassSending sending;

    @Autowired
    MassRecalls recalls;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybodyGetsItOnceAndLosesItAgain() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        crm.crowd(ann, CUSTOMERS);
        list(org);
        Map<String, Object> body = MassDesk.personal("{nickname}您好");
        long begin = System.nanoTime();
        assertThat(desk.as(ann)
                        .post("/api/mass-messages/preview", body)
                        .json()
                        .get("customers")
                        .asInt())
                .isEqualTo(CUSTOMERS);
        long looked = System.nanoTime();
        long id = desk.write(ann, body);
        long written = System.nanoTime();
        long calls = calls();

        while (open(id) > 0) {
            sending.turn(); // the server's own clock runs beside it
        }
        long sent = System.nanoTime();
        calls = calls() - calls;
        desk.awaitState(ann, id, MassState.DONE);

        assertThat(desk.get(ann, id).get("line").get("sent").asInt()).isEqualTo(CUSTOMERS);
        assertThat(said(org)).isEqualTo(CUSTOMERS);
        long listed = System.nanoTime();
        desk.as(ann).get("/api/mass-messages?box=MINE");
        long shown = System.nanoTime();
        desk.as(ann).get("/api/mass-messages/" + id + "/recipients?limit=200&result=SENT");
        long paged = System.nanoTime();
        desk.as(ann).post("/api/mass-messages/" + id + "/recall", Map.of());
        long giveUp =
                System.nanoTime() + Duration.ofSeconds(60 + CUSTOMERS / 20).toNanos();
        while (recalled(id) < CUSTOMERS && System.nanoTime() < giveUp) {
            recalls.turn();
        }
        assertThat(recalled(id)).isEqualTo(CUSTOMERS);
        LOG.info(
                "{} customers: preview {} ms, written {} ms, sent {} ms with {} transactions of all kinds, list {} ms, page {} ms, recalled {} ms",
                CUSTOMERS,
                ms(begin, looked),
                ms(looked, written),
                ms(written, sent),
                calls,
                ms(listed, shown),
                ms(shown, paged),
                ms(paged, System.nanoTime()));
    }

    private static long ms(long from, long until) {
        return (until - from) / 1_000_000;
    }

    private long open(long id) {
        return count(
                "select count(*) from masssend_recipient where mass_id = :id and result in ('PENDING', 'SENDING')", id);
    }

    private long recalled(long id) {
        return count("select count(*) from masssend_recipient where mass_id = :id and recall = 'DONE'", id);
    }

    private long said(TestOrg org) {
        return count(
                "select count(distinct conversation_id) from messaging_entry where org_id = :id and kind = 'TEXT'",
                org.id());
    }

    private long count(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    private long calls() {
        return jdbc.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** Lists know them at once. */
    private void list(TestOrg org) {
        for (String sql : List.of("""
                insert into customerprofile_person (org_id, customer_id, name)
                select org_id, principal_id, name from customer where org_id = :org
                """, """
                insert into customerprofile_line (relation_id, org_id, customer_id, member_id, conversation_id, open, remark, company,
                    search_text, phones, add_way, opened_at, active_at)
                select id, org_id, customer_id, member_id, conversation_id, true, '', '', '', '{}', 'LINK', now(), now()
                from customer_relation where org_id = :org
                """)) {
            jdbc.sql(sql).param("org", org.id()).update();
        }
    }
}
