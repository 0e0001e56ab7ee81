package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.account.Guest;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.notice.Channel;
import org.qiao.platform.Problem;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.qiao.visit.Entrance.Caller;
import org.qiao.visit.Entrance.Entered;
import org.qiao.visit.Entrance.Newcomer;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Everybody comes at once through one code: nobody is lost, and no cap is passed; its log gives the numbers of
 * docs/performance.md. Alone: the listeners of all tests have much to do.
 */
@QiaoTest
@Isolated
class ThousandArrivalsTest {

    private static final int THREADS = 24;
    private static final int MANY = Integer.getInteger("qiao.measure", 1_000);

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    ContactWays ways;

    @Autowired
    Entrance entrance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Crm crm;

    @Autowired
    VisitCodes codes;

    @Test
    void manyInParallelAreGivenAwayExactly() throws Exception {
        TestOrg org = given.org();
        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        long first = org.user("甲").id();
        long second = org.user("乙").id();
        long third = org.user("丙").id();
        long backup = org.user("丁").id();
        ContactWay way = way(
                admin,
                List.of(person(first, MANY * 3 / 10), person(second, MANY / 5), person(third, MANY / 10)),
                List.of(backup));

        long begin = System.nanoTime();
        List<Entered> entered = arrive(way, MANY);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        LoggerFactory.getLogger(getClass()).info("{} arrivals through one code took {}", MANY, took);
        Await.until(() -> pending(org) == 0);
        Duration withThreads = Duration.ofNanos(System.nanoTime() - begin);
        LoggerFactory.getLogger(getClass()).info("with all threads {}", withThreads);
        assertThat(entered)
                .allSatisfy(one -> assertThat(one.arrived().relation()).isNotNull());
        assertThat(served(org))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(first, MANY * 3 / 10, second, MANY / 5, third, MANY / 10, backup, MANY * 2 / 5));
        assertThat(jdbc.sql("select count(distinct conversation_id) from customer_relation where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
        assertThat(jdbc.sql("select sum(beyond) from contactway_taken where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY * 2 / 5);
    }

    @Test
    void whoeverNobodyCanTakeWaitsAndIsGivenAwayTheNextDays() throws Exception {
        TestOrg org = given.org();
        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        TestUser only = org.user("甲");
        ContactWay way = way(admin, List.of(person(only.id(), 4)), List.of());

        List<Entered> entered = arrive(way, 10);

        assertThat(entered.stream().filter(one -> one.arrived().relation() == null))
                .hasSize(6);
        assertThat(admin.get("/api/customer-waits").json().path("items")).hasSize(6);
        long wait = new TestBrowser(http)
                .signedIn(only)
                .get("/api/customer-waits")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        assertThat(new TestBrowser(http)
                        .signedIn(only)
                        .post("/api/customer-waits/" + wait + "/take", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(served(org)).containsEntry(only.id(), 5);
        String block = "/api/customers/"
                + admin.get("/api/customer-waits")
                        .json()
                        .at("/items/0/customer/id")
                        .asLong() + "/block";
        assertThat(admin.post(block, Map.of("reason", "骚扰")).status()).isEqualTo(204);
        clock.forward(Duration.ofDays(1));
        Await.until(() -> served(org).get(only.id()) >= 9, () -> "those behind one whom the company blocked");
        assertThat(admin.get("/api/customer-waits").json().path("items")).hasSize(1);
        assertThat(admin.delete(block).status()).isEqualTo(204);
        clock.forward(Duration.ofDays(1));
        Await.until(() -> served(org).get(only.id()) == 10);
        assertThat(admin.get("/api/customer-waits").json().path("items")).isEmpty();
    }

    @Test
    void newChatsOfOneAddressAtTheSameMomentNeedWorkToo() {
        TestOrg org = given.org();
        ContactWay way = way(
                new TestBrowser(http).signedIn(org.admin()),
                List.of(person(org.user("甲").id(), 100)),
                List.of());
        TestBrowser flood = new TestBrowser(http);
        List<String> answers = new CopyOnWriteArrayList<>();

        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                pool.submit(() ->
                        answers.add(VisitScene.open(flood, way.code(), Map.of()).text()));
            }
        }

        assertThat(answers.stream().filter(text -> text.contains("\"token\""))).hasSize(3);
        assertThat(answers.stream().filter(text -> text.contains("visit.work_needed")))
                .hasSize(5);
    }

    /** All of them ask before any of them is written down. */
    @Test
    void oneAddressGetsNoMoreCodesWhenManyAskForItAtTheSameMoment() {
        TestOrg org = given.org();
        new TestBrowser(http).signedIn(org.admin()).put("/api/admin/notice/simulation", Map.of("on", true));
        CyclicBarrier asked = new CyclicBarrier(6);
        List<String> answers = new CopyOnWriteArrayList<>();

        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                Guest guest = new Guest(0, crm.guest(org, "客" + i).actor());
                String network = "198.19.0." + i;
                pool.submit(() -> answers.add(ask(guest, network, asked)));
            }
        }

        assertThat(answers).hasSize(6).containsOnlyOnce("visit.too_many_codes");
    }

    private String ask(Guest guest, String network, CyclicBarrier asked) {
        try {
            return Objects.requireNonNull(crm.transactions().execute(status -> {
                codes.send(guest, Channel.SMS, "13700137111", network);
                try {
                    asked.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    return "alone"; // each waits for the one before him
                }
                return "together";
            }));
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private Map<String, Object> person(long id, int cap) {
        return Map.of("memberId", id, "cap", cap);
    }

    private ContactWay way(TestBrowser admin, List<Map<String, Object>> people, List<Long> backups) {
        Map<String, Object> content =
                Map.of("people", people, "backups", backups, "skipVerify", true, "exclusive", false);
        String code = admin.post(
                        "/api/contact-ways", Map.of("title", "展会", "remark", "", "state", "expo", "content", content))
                .json()
                .path("code")
                .asString();
        return ways.findOpen(code).orElseThrow();
    }

    private List<Entered> arrive(ContactWay way, int count) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Entered>> all = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> entrance.enter(way, newcomer(number))))
                    .toList();
            List<Entered> entered = new ArrayList<>();
            for (Future<Entered> one : all) {
                entered.add(one.get());
            }
            return entered;
        }
    }

    private int pending(TestOrg org) {
        return jdbc.sql("select count(*) from event_publication where serialized_event like :org")
                .param("org", "{\"orgId\":" + org.id() + ",%")
                .query(Integer.class)
                .single();
    }

    private static Newcomer newcomer(int number) {
        return new Newcomer(
                null,
                null,
                null,
                Locale.SIMPLIFIED_CHINESE,
                1,
                "",
                Caller.of("arrival-" + number + "-" + System.nanoTime(), "test"));
    }

    private Map<Long, Integer> served(TestOrg org) {
        return jdbc
                .sql("""
                        select member_id, count(*) as customers from customer_relation
                        where org_id = :org and status = 'ACTIVE' group by member_id
                        """)
                .param("org", org.id())
                .query((rs, n) -> Map.entry(rs.getLong("member_id"), rs.getInt("customers")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
