package org.qiao.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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

/** An album of 10,000 products, and a library of as many materials. */
@QiaoTest
class ManyProductsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyProductsTest.class);
    private static final int COUNT = 10_000;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areListedSearchedAndMovedFast() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        fill(org, owner);
        TestBrowser admin = new TestBrowser(http).signedIn(owner);
        Map<String, Long> times = new LinkedHashMap<>();
        time(times, "first page", () -> admin.get("/api/products"));
        time(times, "last page", () -> admin.get("/api/products?after=9950_0&limit=50"));
        time(times, "found", () -> admin.get("/api/products?q=number-9999"));
        time(times, "nothing found", () -> admin.get("/api/products?q=nowhere"));
        long last = admin.get("/api/products?q=number-9999")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        time(times, "moved", () -> admin.put("/api/products/" + last + "/place", Map.of("before", last - 5_000)));
        time(times, "materials", () -> admin.get("/api/material-lists/COMPANY"));
        time(times, "material found", () -> admin.get("/api/material-lists/COMPANY?q=words-1%20"));

        LOG.info("{} products and materials, ms: {}", COUNT, times);
        assertThat(times.values()).allMatch(ms -> ms < 5_000);
    }

    private static void time(Map<String, Long> times, String name, Supplier<TestBrowser.Reply> call) {
        call.get();
        long started = System.nanoTime();
        assertThat(call.get().status()).isBetween(200, 204);
        times.put(name, (System.nanoTime() - started) / 1_000_000);
    }

    private void fill(TestOrg org, TestUser owner) {
        jdbc.sql("""
                        insert into product (org_id, name, number, price, currency, description, link, pictures, picture_key, on_sale,
                            position, search_text, changed_by, created_at, changed_at)
                        select :org, 'p' || n, 'number-' || n, n, 'CNY', repeat('words ', 100), '', '{}', :org || '-' || n, true, n,
                            'p' || n || ' number-' || n || repeat(' words', 100), :owner, now(), now()
                        from generate_series(1, :count) n
                        """)
                .param("org", org.id())
                .param("owner", owner.id())
                .param("count", COUNT)
                .update();
        jdbc.sql("""
                        insert into material (org_id, kind, title, text, url, search_text, changed_by, created_at, changed_at)
                        select :org, 'TEXT', 'm' || n, 'words', '', 'm' || n || ' words-' || n || repeat(' words', 80), :owner, now(), now()
                        from generate_series(1, :count) n
                        """)
                .param("org", org.id())
                .param("owner", owner.id())
                .param("count", COUNT)
                .update();
    }
}
