package org.qiao.tagrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Ten thousand customers who write nothing. Alone, because it moves the clock; the time is printed, not judged. */
@QiaoTest
@Isolated
class ManySilentTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManySilentTest.class);
    private static final int CUSTOMERS = 10_000;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Test
    void everybodyIsTaggedOnceWhenHisTimeHasCome() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        fill(org, owner);
        TestBrowser browser = new TestBrowser(http).signedIn(owner);
        long tag = browser.post(
                        "/api/admin/customer-tag-groups", Map.of("name", "状态", "tags", List.of(Map.of("name", "沉默"))))
                .json()
                .at("/groups/0/tags/0/id")
                .asLong();
        Map<String, Object> rule = Map.of(
                "name",
                "七天没说话",
                "kind",
                "SILENCE",
                "words",
                List.of(),
                "days",
                7,
                "tags",
                List.of(tag),
                "takeBack",
                true,
                "active",
                true,
                "version",
                0);
        browser.post("/api/admin/customer-tag-rules", rule);
        Await.until(() -> passed(org));
        assertThat(tagged(org)).isZero();

        clock.forward(Duration.ofDays(7).plusHours(1));
        long start = System.nanoTime();
        Await.until(() -> tagged(org) == CUSTOMERS);
        LOG.info(
                "{} silent customers tagged in {} ms",
                CUSTOMERS,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        Await.until(() -> passed(org));
        clock.forward(Duration.ofHours(2));
        Await.until(() -> passed(org));

        assertThat(browser.get("/api/admin/customer-tag-rules")
                        .json()
                        .at("/0/tagged")
                        .asInt())
                .as("nobody twice")
                .isEqualTo(CUSTOMERS);
        assertThat(jdbc.sql("select count(*) from customer_event where org_id = :org and kind = 'TAGGED'")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(CUSTOMERS);
    }

    private int tagged(TestOrg org) {
        return jdbc.sql("select count(*) from customerprofile_tagging where org_id = :org")
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    /** Its round is over. */
    private boolean passed(TestOrg org) {
        return jdbc.sql("select after_relation = 0 and next_at > :now from tagrule where org_id = :org")
                .param("org", org.id())
                .param("now", Sql.at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private void fill(TestOrg org, TestUser owner) {
        jdbc.sql("""
                        with person as (
                            insert into principal (kind, org_id)
                            select 'CUSTOMER', :org from generate_series(1, :count)
                            returning id
                        ), customer as (
                            insert into customer (principal_id, org_id, name, source, level, created_at)
                            select id, :org, '客户' || id, 'IMPORTED', 'ANONYMOUS', now() from person
                            returning principal_id
                        ), known as (
                            insert into customerprofile_person (customer_id, org_id, name)
                            select principal_id, :org, '客户' from customer
                            returning customer_id
                        )
                        insert into customerprofile_line (relation_id, org_id, customer_id, member_id, open, remark, company, search_text,
                            phones, add_way, opened_at, active_at)
                        select 2000000000 + customer_id, :org, customer_id, :owner, true, '', '', '', '{}', 'IMPORTED', :now, :now
                        from known
                        """)
                .param("org", org.id())
                .param("owner", owner.id())
                .param("count", CUSTOMERS)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
