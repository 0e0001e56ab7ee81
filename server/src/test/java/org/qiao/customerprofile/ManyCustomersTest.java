package org.qiao.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
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

/** Ten thousand customers of one employee. Times are printed, not judged: docs/performance.md has them. */
@QiaoTest
@Isolated
class ManyCustomersTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyCustomersTest.class);
    private static final int CUSTOMERS = 10_000;
    private static final int ROUNDS = 8;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Test
    void listsOfTenThousandCustomers() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        fill(org, owner);
        TestBrowser browser = new TestBrowser(http).signedIn(owner);
        long tag = browser.get("/api/customer-tags")
                .json()
                .get("groups")
                .get(0)
                .get("tags")
                .get(0)
                .get("id")
                .asLong();
        String mine = "/api/customer-lists/MINE?filter={filter}";
        String tagged = "\"anyTags\":[" + tag + "]";

        assertThat(browser.get("/api/customer-lists/MINE/count")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(CUSTOMERS);
        measure(browser, "first page", mine, "{}");
        measure(
                browser,
                "first page of all, newest first",
                "/api/customer-lists/ALL?order=NEWEST&filter={filter}",
                "{}");
        measure(browser, "search that finds a few", mine, "{\"q\":\"999\"}");
        measure(browser, "search that finds nothing", mine, "{\"q\":\"nothing\"}");
        measure(browser, "one tag of three", mine, "{" + tagged + "}");
        measure(
                browser,
                "count of a tag and a stage",
                "/api/customer-lists/MINE/count?filter={filter}",
                "{" + tagged + ",\"stages\":[\"deal\"]}");
        measure(browser, "unanswered for a day", mine, "{\"unansweredHours\":24}");
        measure(browser, "duplicates", "/api/customer-lists/MINE/duplicates?after={after}", "");
        measure(browser, "export", "/api/customer-lists/MINE/export.xlsx?filter={filter}", "{}");
    }

    private static void measure(TestBrowser browser, String what, String path, String value) {
        long best = Long.MAX_VALUE;
        long worst = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            TestBrowser.Reply reply = browser.find(path, value);
            best = Math.min(best, System.nanoTime() - start);
            worst = Math.max(worst, System.nanoTime() - start);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
        LOG.info(
                "{} customers, {}: {} to {} ms",
                CUSTOMERS,
                what,
                Duration.ofNanos(best).toMillis(),
                Duration.ofNanos(worst).toMillis());
    }

    /** The rows that lists read; the relations themselves belong to another module and are not asked for. */
    private void fill(TestOrg org, TestUser owner) {
        jdbc.sql("""
                        with person as (
                            insert into principal (kind, org_id)
                            select 'CUSTOMER', :org from generate_series(1, :count)
                            returning id
                        ), known as (
                            insert into customerprofile_person (customer_id, org_id, name, stage)
                            select id, :org, '客户' || id, (array['unassigned', 'intent', 'deal'])[1 + id % 3] from person
                            returning customer_id, name
                        )
                        insert into customerprofile_line (relation_id, org_id, customer_id, member_id, open, remark, company, search_text,
                            phones, add_way, opened_at, last_customer_at, last_staff_at, active_at)
                        select 1000000000 + customer_id, :org, customer_id, :owner, true, '', '公司' || customer_id % 100,
                            lower(name || E'\\n公司' || customer_id % 100 || E'\\n138' || lpad((customer_id % 100000000)::text, 8, '0')),
                            array['138' || lpad((customer_id % 9990)::text, 8, '0')], 'QR', now() - interval '1 day' * (customer_id % 300),
                            now() - interval '1 hour' * (customer_id % 500), now() - interval '1 hour' * (customer_id % 400),
                            now() - interval '1 hour' * least(customer_id % 500, customer_id % 400)
                        from known
                        """)
                .param("org", org.id())
                .param("owner", owner.id())
                .param("count", CUSTOMERS)
                .update();
        jdbc.sql("""
                        with tag_group as (
                            insert into customerprofile_tag_group (org_id, name, position, created_at)
                            values (:org, '来源', 1, now()) returning id
                        )
                        insert into customerprofile_tag (org_id, group_id, name, position, created_at)
                        select :org, g.id, n.name, n.place, now()
                        from tag_group g
                        cross join unnest(array['展会', '老客', '官网']) with ordinality as n (name, place)
                        """).param("org", org.id()).update();
        jdbc.sql("""
                        insert into customerprofile_tagging (org_id, relation_id, tag_id, set_by, set_at)
                        select l.org_id, l.relation_id, t.id, :owner, now()
                        from customerprofile_line l
                        join customerprofile_tag t on t.org_id = l.org_id and t.position = 1 + l.relation_id % 3
                        where l.org_id = :org
                        """).param("org", org.id()).param("owner", owner.id()).update();
        jdbc.sql("analyze customerprofile_line").update();
        jdbc.sql("analyze customerprofile_person").update();
        jdbc.sql("analyze customerprofile_tagging").update();
    }
}
