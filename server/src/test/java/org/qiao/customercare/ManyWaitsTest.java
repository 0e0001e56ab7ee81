package org.qiao.customercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand who wait, and a year of two hundred employees. Times are printed, not judged: docs/performance.md has them. */
@QiaoTest
@Isolated
class ManyWaitsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyWaitsTest.class);
    private static final int ROUNDS = 6;

    @Autowired
    Given given;

    @Autowired
    Counter counter;

    @Autowired
    CareFeed feed;

    @Autowired
    JdbcClient jdbc;

    @Test
    void listsAndYearsStayQuick() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        fill(org, owner);
        TestBrowser browser = counter.as(owner);
        String all = "/api/customer-care/waits?scope=ALL&limit=200";
        String year = "/api/customer-care/statistics/ALL?from=2025-01-01&until=2025-12-31";

        String next = browser.get(all).json().get("next").stringValue();
        measure("first 200 of all who wait", () -> browser.get(all));
        measure("next 200", () -> browser.get(all + "&after=" + next));
        measure("mine", () -> browser.get("/api/customer-care/waits?scope=MINE&limit=200"));
        measure("badge", () -> browser.get("/api/customer-care/waits/count"));
        measure("a year of the company", () -> browser.get(year));
        measure("its employees", () -> browser.get(year.replace("?", "/members?") + "&order=MEDIAN"));
        measure("its spreadsheet", () -> browser.get(year.replace("?", "/export.xlsx?")));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            stretches.add(new Stretch(org.id(), 1_000_000L + i, 1, 3));
        }
        measure("a batch of 5,000 conversations of colleagues", () -> feed.moved(stretches));

        assertThat(browser.get(year).json().get("total").get("chats").intValue())
                .isEqualTo(200 * 365 * 7);
        assertThat(browser.get("/api/customer-care/waits/count")
                        .json()
                        .get("waiting")
                        .intValue())
                .isEqualTo(10_000);
    }

    private static void measure(String what, Runnable work) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - started) / 1_000_000;
        }
        Arrays.sort(times);
        LOG.info("{}: median {} ms, worst {} ms", what, times[ROUNDS / 2], times[ROUNDS - 1]);
    }

    /** Straight in the database. */
    private void fill(TestOrg org, TestUser owner) {
        for (String sql : List.of(
                "insert into principal (kind, org_id) select 'CUSTOMER', :org from generate_series(1, 10000) where :owner > 0",
                """
                insert into customer (principal_id, org_id, name, source, level, created_at)
                select id, org_id, '客人' || id, 'LINK', 'ANONYMOUS', now() from principal
                where org_id = :org and kind = 'CUSTOMER' and :owner > 0
                """,
                """
                insert into customercare_thread (conversation_id, org_id, customer_id, relation_id, server_id, since, since_seq, messages)
                select 500000000 + id, org_id, id, id, :owner, now() - id * interval '1 second', 1, 1 from principal
                where org_id = :org and kind = 'CUSTOMER'
                """,
                "insert into principal (kind, org_id) select 'MEMBER', :org from generate_series(1, 200) where :owner > 0",
                """
                insert into directory_member (principal_id, org_id, name, state)
                select id, org_id, '员工' || id, 'ACTIVE' from principal where org_id = :org and kind = 'MEMBER' and id <> :owner
                """,
                """
                insert into customercare_day (org_id, day, member_id, opened, chats, received, sent, asked, answered, work_seconds,
                    clock_seconds, work_times, clock_times)
                select p.org_id, date '2025-01-01' + d, p.id, 2, 7, 30, 28, 7, 6, 1800, 3600,
                    array[1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0], array[0,0,0,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]
                from principal p
                cross join generate_series(0, 364) d
                where p.org_id = :org and p.kind = 'MEMBER' and p.id <> :owner
                """)) {
            jdbc.sql(sql).param("org", org.id()).param("owner", owner.id()).update();
        }
    }
}
