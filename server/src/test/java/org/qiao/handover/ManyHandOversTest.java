package org.qiao.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everybody whom a leaver served is given away; {@code -Dqiao.measure=10000} gives the numbers of docs/performance.md. */
@QiaoTest
class ManyHandOversTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyHandOversTest.class);
    private static final int CUSTOMERS = Integer.getInteger("qiao.measure", 90);
    private static final Duration PATIENCE = Duration.ofSeconds(30 + CUSTOMERS / 5);

    @Autowired
    Given given;

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allOfThemAreSpreadOverThreeAndNobodyIsLost() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        TestUser ann = org.user("安");
        List<Long> takers =
                List.of(org.user("波").id(), org.user("克").id(), org.user("迪").id());
        serve(org, ann);
        shop.call(PUT, owner, "/api/members/" + ann.id() + "/state", Map.of("state", "LEFT"));
        Await.until(() -> shop.status(GET, owner, "/api/handovers/leavers/" + ann.id(), "") == 200);
        long started = System.nanoTime();
        shop.get(owner, "/api/handovers/leavers");
        long listed = System.nanoTime();
        shop.get(owner, "/api/handovers/leavers/" + ann.id() + "/customers?limit=200");
        long opened = System.nanoTime();

        long run = shop.post(owner, "/api/handovers/leavers/" + ann.id() + "/runs", Map.of("takerIds", takers))
                .get("id")
                .longValue();
        String state = state(owner, run);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (state.equals("RUNNING") && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(50_000_000);
            state = state(owner, run);
        }
        long moved = System.nanoTime();

        assertThat(state).isEqualTo("DONE");
        assertThat(shop.relations.loads(org.id(), takers).values()).allMatch(load -> load >= CUSTOMERS / 3);
        seated(org, takers, giveUp);
        LOG.info(
                "{} customers: leavers {} ms, first 200 {} ms, given away {} ms, all threads {} ms",
                CUSTOMERS,
                ms(started, listed),
                ms(listed, opened),
                ms(opened, moved),
                ms(opened, System.nanoTime()));
    }

    private static long ms(long from, long until) {
        return (until - from) / 1_000_000;
    }

    private String state(TestUser owner, long run) {
        JsonNode view = shop.get(owner, "/api/handovers/runs/" + run);
        return view.get("state").stringValue();
    }

    private void seated(TestOrg org, List<Long> takers, long giveUp) {
        int seats = 0;
        while (seats < CUSTOMERS && System.nanoTime() < giveUp) {
            seats = jdbc.sql("""
                            select count(*) from messaging_member
                            where org_id = :org and principal_id = any(:takers) and left_at is null and not guest
                            """)
                    .param("org", org.id())
                    .param("takers", takers.toArray(Long[]::new))
                    .query(Integer.class)
                    .single();
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(seats).isEqualTo(CUSTOMERS);
    }

    /** Straight in the database: making threads is measured elsewhere. */
    private void serve(TestOrg org, TestUser ann) {
        for (String sql : List.of(
                "insert into principal (kind, org_id) select 'CUSTOMER', :org from generate_series(1, :many)",
                """
                insert into account_guest (principal_id, org_id, name, locale, created_at)
                select id, org_id, '客人', 'zh-CN', now() from principal where org_id = :org and kind = 'CUSTOMER' and :many > 0
                """,
                """
                insert into customer (principal_id, org_id, name, source, level, created_at)
                select id, org_id, '客人', 'LINK', 'ANONYMOUS', now() from principal
                where org_id = :org and kind = 'CUSTOMER' and :many > 0
                """,
                """
                insert into messaging_conversation (org_id, kind, customer_id, external, created_by, created_at, member_count)
                select org_id, 'CUSTOMER', id, true, id, now(), 2 from principal
                where org_id = :org and kind = 'CUSTOMER' and :many > 0
                """,
                """
                insert into messaging_head (conversation_id, org_id, seq, message_no, moved_at)
                select id, org_id, 0, 0, now() from messaging_conversation where org_id = :org and kind = 'CUSTOMER' and :many > 0
                """,
                """
                insert into messaging_member (conversation_id, principal_id, org_id, from_seq, from_no, joined_at, guest)
                select c.id, p.id, c.org_id, 1, 0, now(), p.id = c.customer_id
                from messaging_conversation c
                cross join lateral (values (c.customer_id), (:ann::bigint)) as p (id)
                where c.org_id = :org and c.kind = 'CUSTOMER' and :many > 0
                """,
                """
                insert into customer_relation (org_id, customer_id, member_id, conversation_id, add_way, opened_at)
                select org_id, customer_id, :ann, id, 'LINK', now() from messaging_conversation
                where org_id = :org and kind = 'CUSTOMER' and :many > 0
                """,
                "insert into customer_load (org_id, member_id, open) values (:org, :ann, :many)")) {
            jdbc.sql(sql)
                    .param("org", org.id())
                    .param("ann", ann.id())
                    .param("many", CUSTOMERS)
                    .update();
        }
    }
}
