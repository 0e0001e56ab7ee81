package org.qiao.groupcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customergroup.GroupScene;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Customers who come into groups by a code; {@code -Dqiao.measure=1000} gives the numbers of docs/performance.md. */
@QiaoTest
class GroupCodeHttpTest {

    private static final int COMERS = Integer.getInteger("qiao.measure", 60);
    private static final int THREADS = 24;

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    GroupCodeStore store;

    @Autowired
    CodeArrivals arrivals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private TestOrg org;
    private TestUser ann;
    private long group;

    @BeforeEach
    void aGroup() {
        org = given.org();
        ann = org.user("安娜");
        group = scene.open(ann, "读者群1", List.of(org.user("鲍勃")), List.of())
                .path("id")
                .asLong();
    }

    private Reply join(String code, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("consent", 1, "locale", "zh"));
        body.putAll(more);
        return scene.stranger().post("/api/visit/group-codes/" + code + "/joins", body);
    }

    @Test
    void aStrangerLooksComesInIsTaggedAndComesBackToHisGroup() {
        TestUser admin = org.admin();
        scene.browser(admin).post("/api/admin/customer-tag-groups", Map.of("name", "来源", "tags", List.of("海报")));
        JsonNode made =
                scene.code(ann, List.of(group), Map.of("tags", List.of("海报"))).json();
        String code = made.path("code").asString();
        JsonNode look = scene.stranger().get("/api/visit/group-codes/" + code).json();
        assertThat(look.path("title").asString()).isEqualTo("读者群1");
        assertThat(look.path("members").asInt()).isEqualTo(2);
        assertThat(look.path("full").asBoolean()).isFalse();
        assertThat(look.path("notice").path("version").asInt()).isEqualTo(1);
        assertThat(look.propertyNames())
                .containsExactlyInAnyOrder("code", "orgId", "company", "title", "members", "full", "notice", "known");

        assertThat(join(code, Map.of("consent", 2)).code()).isEqualTo("visit.notice_changed");
        Reply joined = join(code, Map.of("name", "小雨"));
        assertThat(joined.status()).isEqualTo(201);
        TestUser guest = scene.joined(org.id(), joined);
        long id = joined.json().path("group").path("id").asLong();
        assertThat(id).isEqualTo(group);
        Reply again = scene.browser(guest).post("/api/visit/group-codes/" + code + "/joins", Map.of("consent", 1));
        assertThat(again.status()).isEqualTo(200);
        assertThat(scene.browser(guest)
                        .get("/api/visit/group-codes/" + code)
                        .json()
                        .path("known")
                        .path("id")
                        .asLong())
                .isEqualTo(group);
        Await.until(() ->
                scene.get(ann, "/api/customer-group-codes/" + made.path("id").asLong())
                                .path("joined")
                                .asInt()
                        == 1);
        JsonNode person = scene.get(ann, "/api/customer-groups/" + group + "/members?kind=CUSTOMER")
                .path("items")
                .get(0);
        assertThat(person.path("via").asString()).isEqualTo("CODE");
        assertThat(person.path("state").asString()).isEqualTo("海报");
        assertThat(person.path("codeId").asLong()).isEqualTo(made.path("id").asLong());
        assertThat(jdbc.sql("select source from customer where principal_id = :id and org_id = :org")
                        .param("id", guest.id())
                        .param("org", org.id())
                        .query(String.class)
                        .single())
                .isEqualTo("GROUP");
        assertThat(scene.browser(ann)
                        .get("/api/customer-group-codes/" + made.path("id").asLong() + "/qr.svg")
                        .text())
                .contains("<svg");

        String reports = "/api/visit/groups/" + group + "/report";
        assertThat(scene.browser(guest).post(reports, Map.of("reason", "RUDE")).status())
                .isEqualTo(400);
        assertThat(scene.browser(guest)
                        .post(reports, Map.of("reason", "FRAUD", "text", "假货"))
                        .status())
                .isEqualTo(204);
        assertThat(scene.browser(guest).get("/api/visit/groups/" + group).status())
                .isEqualTo(404);
        assertThat(scene.browser(guest).post(reports, Map.of("reason", "FRAUD")).status())
                .isEqualTo(404);
        JsonNode told =
                scene.get(admin, "/api/admin/customers/farewells").path("items").path(0);
        assertThat(List.of(
                        told.path("group").asString(),
                        told.path("member").path("name").asString(),
                        told.path("reason").asString(),
                        told.path("text").asString()))
                .containsExactly("读者群1", "安娜", "FRAUD", "假货");
    }

    @Test
    void aCodeThatIsOverSaysSoAndAForeignOneIsMissing() {
        JsonNode made = scene.code(
                        ann,
                        List.of(group),
                        Map.of(
                                "endsAt",
                                clock.instant().plus(Duration.ofHours(1)).toString()))
                .json();
        String path = "/api/customer-group-codes/" + made.path("id").asLong();
        String code = made.path("code").asString();
        TestUser other = org.user("路人");
        assertThat(scene.browser(other).get(path).code()).isEqualTo("groupcode.not_found");
        assertThat(scene.browser(given.org().admin()).delete(path).code()).isEqualTo("groupcode.not_found");
        assertThat(scene.code(other, List.of(group), Map.of()).code()).isEqualTo("groupcode.unknown_group");
        assertThat(scene.code(ann, List.of(group), Map.of("endsAt", "2020-01-01T00:00:00Z"))
                        .code())
                .isEqualTo("groupcode.bad_end");
        assertThat(scene.stranger().get("/api/visit/group-codes/unknown00000").code())
                .isEqualTo("groupcode.not_found");

        clock.forward(Duration.ofHours(2));

        assertThat(scene.stranger().get("/api/visit/group-codes/" + code).code())
                .isEqualTo("groupcode.over");
        assertThat(join(code, Map.of()).code()).isEqualTo("groupcode.over");
        JsonNode second = scene.code(ann, List.of(group), Map.of()).json();
        scene.browser(ann)
                .delete("/api/customer-group-codes/" + second.path("id").asLong());
        assertThat(join(second.path("code").asString(), Map.of()).status()).isEqualTo(410);
    }

    @Test
    void whoIsOnTheBlockListComesIntoNoGroup() {
        String code =
                scene.code(ann, List.of(group), Map.of()).json().path("code").asString();
        TestUser guest = scene.joined(org.id(), join(code, Map.of()));
        Await.until(() -> scene.get(ann, "/api/customer-groups/" + group)
                        .path("customers")
                        .asInt()
                == 1);

        scene.browser(ann)
                .post("/api/customer-groups/" + group + "/members/" + guest.id() + "/block", Map.of("reason", "广告"));

        Await.until(() -> scene.get(ann, "/api/customer-groups/" + group)
                        .path("customers")
                        .asInt()
                == 0);
        assertThat(scene.browser(guest)
                        .post("/api/visit/group-codes/" + code + "/joins", Map.of("consent", 1))
                        .code())
                .isEqualTo("customergroup.blocked");
        TestUser admin = org.admin();
        assertThat(scene.get(admin, "/api/customer-group-blocks").path("items")).hasSize(1);
        assertThat(scene.browser(ann).get("/api/customer-group-blocks").code()).isEqualTo("groupguard.not_allowed");
        scene.browser(admin).delete("/api/customer-group-blocks/" + guest.id());
        assertThat(scene.browser(guest)
                        .post("/api/visit/group-codes/" + code + "/joins", Map.of("consent", 1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void withoutANextGroupTheLastOneIsTurnedAwayAndTheOwnerHears() {
        scene.settings(org.admin(), 3);
        JsonNode made = scene.code(ann, List.of(group), Map.of()).json();
        String code = made.path("code").asString();
        assertThat(join(code, Map.of()).status()).isEqualTo(201);

        assertThat(scene.stranger()
                        .get("/api/visit/group-codes/" + code)
                        .json()
                        .path("full")
                        .asBoolean())
                .isTrue();
        assertThat(join(code, Map.of()).code()).isEqualTo("groupcode.full");
        assertThat(jdbc.sql("select count(*) from customer where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeIsFullUntilSomebodyFindsRoomAgain() {
        scene.settings(org.admin(), 3);
        JsonNode made = scene.code(ann, List.of(group), Map.of()).json();
        String code = made.path("code").asString();
        String path = "/api/customer-group-codes/" + made.path("id").asLong();
        TestUser first = scene.joined(org.id(), join(code, Map.of()));
        assertThat(join(code, Map.of()).code()).isEqualTo("groupcode.full");
        assertThat(scene.get(ann, path).path("full").asBoolean()).isTrue();

        assertThat(scene.browser(ann)
                        .delete("/api/customer-groups/" + group + "/members/" + first.id())
                        .status())
                .isEqualTo(204);
        assertThat(join(code, Map.of()).status()).isEqualTo(201);

        assertThat(scene.get(ann, path).path("full").asBoolean()).isFalse();
    }

    /** Half of them come twice at once: nobody is in two groups, none is too full, nobody is lost. */
    @Test
    void manyWhoComeAtOnceFillOneGroupAfterTheOtherExactly() throws Exception {
        int most = Math.max(12, COMERS / 4);
        scene.settings(org.admin(), most);
        JsonNode made = scene.code(ann, List.of(group), Map.of("autoCreate", true, "baseName", "读者群"))
                .json();
        GroupCode code = store.findCode(made.path("code").asString()).orElseThrow();
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < COMERS; i++) {
            people.add(scene.guests().create(org.id(), "客" + i, java.util.Locale.SIMPLIFIED_CHINESE));
        }

        long begin = System.nanoTime();
        List<CodeArrivals.Come> came = arrive(code, people);
        LoggerFactory.getLogger(getClass())
                .info("{} arrivals took {}", came.size(), Duration.ofNanos(System.nanoTime() - begin));

        assertThat(came.stream().filter(CodeArrivals.Come::fresh)).hasSize(COMERS);
        List<Integer> sizes =
                jdbc.sql("""
                select count(*) filter (where m.left_at is null) as size
                from messaging_conversation c
                join messaging_member m on m.conversation_id = c.id
                where c.org_id = :org and c.external and c.kind = 'GROUP'
                group by c.id
                order by c.id
                """).param("org", org.id()).query(Integer.class).list();
        assertThat(sizes).allMatch(size -> size <= most);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(COMERS + 2 * sizes.size());
        assertThat(sizes.subList(0, sizes.size() - 1)).allMatch(size -> size == most);
        JsonNode filled = scene.get(ann, "/api/customer-group-codes/" + code.id());
        assertThat(filled.path("groups")).hasSize(sizes.size());
        assertThat(filled.path("groups").get(1).path("title").asString()).isEqualTo("读者群2");
        assertThat(filled.path("groups").get(1).path("auto").asBoolean()).isTrue();
        Await.until(() -> scene.get(ann, "/api/customer-group-codes/" + code.id())
                        .path("joined")
                        .asInt()
                == COMERS);
    }

    private List<CodeArrivals.Come> arrive(GroupCode code, List<Long> people) throws Exception {
        List<CodeArrivals.Come> came = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<CodeArrivals.Come>> waiting = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                long id = people.get(i);
                for (int times = i % 2; times < 2; times++) {
                    waiting.add(
                            threads.submit(() -> arrivals.arrive(code, new CodeArrivals.Comer(id, List.of(id), "海报"))));
                }
            }
            for (Future<CodeArrivals.Come> one : waiting) {
                came.add(one.get());
            }
        }
        return came;
    }
}
