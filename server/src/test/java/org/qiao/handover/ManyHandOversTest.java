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
import org.qiao.testing.Crm;
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
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allOfThemAreSpreadOverThreeAndNobodyIsLost() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        TestUser ann = org.user("安");
        List<Long> takers =
                List.of(org.user("波").id(), org.user("克").id(), org.user("迪").id());
        crm.crowd(ann, CUSTOMERS);
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
}
