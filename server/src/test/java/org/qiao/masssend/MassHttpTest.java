package org.qiao.masssend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.qiao.customergroup.GroupScene;
import org.qiao.file.Files;
import org.qiao.masssend.MassDesk.Client;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Order(2)
@QiaoTest
class MassHttpTest {

    @Autowired
    TestClock clock;

    @Autowired
    Given given;

    @Autowired
    MassDesk desk;

    @Autowired
    MassSending sending;

    @Autowired
    GroupScene scene;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org;
    private TestUser owner;
    private TestUser ann;
    private TestUser bob;

    @BeforeEach
    void aCompany() {
        org = given.org();
        owner = org.owner();
        ann = org.user("安");
        bob = org.user("波");
    }

    private static Map<String, Object> everyone() {
        return Map.of("range", Map.of("everyone", true));
    }

    private static Map<String, Object> company(String text) {
        return MassDesk.request(
                MassKind.COMPANY,
                text,
                Map.of("target", everyone(), "deadline", Instant.now().plusSeconds(86_400 * 20)));
    }

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(key, value);
        return changed;
    }

    @Test
    void anEmployeeReachesHisOwnCustomersOnceEachWithTheReasonForTheOthers() {
        Client fine = desk.client(org, "王", ann);
        Client out = desk.client(org, "李", ann);
        Client gone = desk.client(org, "赵", ann);
        Client blocked = desk.client(org, "钱", ann);
        Client foreign = desk.client(org, "孙", bob);
        desk.listed(ann, 4);
        desk.as(out.guest()).put("/api/visit/mass-messages", Map.of("optedOut", true));
        List<Long> chosen = List.of(
                fine.relation().id(),
                out.relation().id(),
                gone.relation().id(),
                blocked.relation().id());
        desk.as(gone.guest()).post("/api/visit/me/threads/" + gone.relation().id() + "/block", Map.of());
        desk.as(ann).post("/api/customers/" + blocked.guest().id() + "/block", Map.of("reason", ""));
        long file = files.store(ann.actor(), "价目表.txt", new ByteArrayInputStream("1".getBytes(UTF_8)))
                .id();
        long sold = desk.product(owner, "明前龙井");
        long withdrawn = desk.product(owner, "旧茶");
        List<Object> attached = List.of(
                Map.of("kind", "PRODUCT", "id", withdrawn),
                Map.of("kind", "FILE", "id", file),
                Map.of("kind", "LINK", "link", Map.of("title", "官网", "url", "https://tea.example", "about", "")),
                Map.of("kind", "PRODUCT", "id", sold));
        Map<String, Object> body = with(
                with(
                        MassDesk.personal(""),
                        "content",
                        Map.of("text", "{nickname}您好，{employee}祝您周末愉快", "attachments", attached)),
                "target",
                Map.of("relationIds", chosen));

        JsonNode preview = desk.as(ann).post("/api/mass-messages/preview", body).json();
        assertThat(preview.get("customers").asInt()).isEqualTo(4);
        assertThat(preview.get("optedOut").asInt()).isEqualTo(1);
        assertThat(preview.get("text").asString()).endsWith("您好，安祝您周末愉快");
        assertThat(desk.as(ann)
                        .post("/api/mass-messages", with(body, "expected", 3))
                        .code())
                .isEqualTo("masssend.count_changed");
        Map<String, Object> timed = with(body, "sendAt", Instant.now().plusSeconds(86_400 * 20));
        long id = desk.write(ann, with(timed, "expected", 4));
        assertThat(desk.write(ann, timed)).as("the same key").isEqualTo(id);
        desk.as(owner).delete("/api/products/" + withdrawn);
        desk.isDue(id);
        assertThat(desk.as(ann)
                        .post("/api/mass-messages", with(body, "content", MassDesk.content("别的")))
                        .code())
                .isEqualTo("masssend.key_conflict");

        desk.awaitState(ann, id, MassState.DONE);
        assertThat(desk.results(ann, id))
                .isEqualTo(Map.of("王", "SENT", "李", "OPTED_OUT", "赵", "NO_RELATION", "钱", "BLOCKED"));
        assertThat(desk.texts(fine)).containsExactly("王您好，安祝您周末愉快");
        assertThat(desk.as(fine.guest())
                        .get("/api/visit/conversations/" + fine.thread() + "/entries?after=0")
                        .text())
                .contains("价目表.txt", "官网", "明前龙井")
                .doesNotContain("旧茶");
        assertThat(desk.texts(foreign)).isEmpty();
        assertThat(desk.get(ann, id).at("/line/attached/0/there").asBoolean()).isFalse();
        assertThat(desk.get(ann, id).at("/line/attached/3/title").asString()).isEqualTo("明前龙井");
        JsonNode line = desk.get(ann, id).get("line");
        assertThat(line.get("sent").asInt()).isEqualTo(1);
        assertThat(line.get("leftOut").asInt()).isEqualTo(3);
        assertThat(desk.as(ann)
                        .get("/api/mass-messages/" + id + "/files/" + file)
                        .status())
                .isEqualTo(200);

        long second = desk.write(ann, with(MassDesk.personal("又来了"), "target", Map.of("filter", Map.of("q", "王"))));
        desk.awaitState(ann, second, MassState.DONE);
        assertThat(desk.results(ann, second)).isEqualTo(Map.of("王", "CAPPED"));
        assertThat(desk.as(bob).get("/api/mass-messages/" + id).code()).isEqualTo("masssend.not_found");
        assertThat(desk.as(owner)
                        .get("/api/mass-messages?box=ALL")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(desk.as(ann).get("/api/mass-messages?box=ALL").code()).isEqualTo("masssend.not_allowed");
    }

    @Test
    void theCompanyWritesAndEveryEmployeeConfirmsHisOwnList() {
        Client ours = desk.client(org, "王", ann);
        Client out = desk.client(org, "李", ann);
        Client theirs = desk.client(org, "赵", bob);
        desk.serve(ours.guest(), bob); // known to both: reached once
        desk.listed(ann, 2);
        desk.listed(bob, 2);
        assertThat(desk.as(ann).post("/api/mass-messages", company("年末活动")).code())
                .isEqualTo("masssend.not_allowed");
        long id = desk.write(owner, company("年末活动，{employee}敬上"));

        assertThat(desk.get(owner, id).get("line").get("total").asInt()).isEqualTo(3);
        Await.until(() -> desk.as(ann).get("/api/conversations").text().contains("群发任务待确认"));
        JsonNode task = desk.as(ann)
                .get("/api/mass-messages?box=TASKS")
                .json()
                .get("items")
                .get(0);
        assertThat(task.get("mine").get("state").asString()).isEqualTo("WAITING");
        assertThat(task.get("mayManage").asBoolean()).isFalse();
        Map<String, Long> mine = new HashMap<>();
        desk.as(ann)
                .get("/api/mass-messages/" + id + "/recipients?member=" + bob.id())
                .json()
                .get("items")
                .forEach(item ->
                        mine.put(item.get("name").asString(), item.get("id").asLong()));
        assertThat(mine).as("his own, whatever he asks for").containsKey("李").doesNotContainKey("赵");
        String confirm = "/api/mass-messages/" + id + "/confirm";
        assertThat(desk.as(bob)
                        .post(confirm, Map.of("without", List.of(mine.get("李"))))
                        .code())
                .isEqualTo("masssend.unknown_customer");
        assertThat(desk.as(org.user())
                        .post(confirm, Map.of("without", List.of()))
                        .code())
                .isEqualTo("masssend.not_found");

        desk.as(ann).post(confirm, Map.of("without", List.of(mine.get("李"))));
        assertThat(desk.as(ann).post(confirm, Map.of("without", List.of())).code())
                .isEqualTo("masssend.not_waiting");

        String remind = "/api/mass-messages/" + id + "/remind";
        assertThat(desk.as(ann).post(remind, Map.of()).code()).isEqualTo("masssend.not_found");
        for (int n = 0; n < 3; n++) {
            assertThat(desk.as(owner).post(remind, Map.of()).status()).isEqualTo(204);
        }
        assertThat(desk.as(owner).post(remind, Map.of()).code()).isEqualTo("masssend.reminded_often");
        Await.until(() -> desk.as(bob).get("/api/conversations").text().contains("请尽快确认"));
        desk.as(bob).post(confirm, Map.of("without", List.of()));
        desk.awaitState(owner, id, MassState.DONE);

        assertThat(desk.results(owner, id)).isEqualTo(Map.of("王", "SENT", "李", "DESELECTED", "赵", "SENT"));
        assertThat(desk.texts(theirs)).containsExactly("年末活动，波敬上");
        assertThat(desk.texts(out)).isEmpty();
        assertThat(desk.as(owner)
                        .get("/api/mass-messages/" + id + "/shares")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(desk.as(ann).get("/api/mass-messages/" + id + "/shares").code())
                .isEqualTo("masssend.not_found");
        assertThat(desk.as(owner)
                        .get("/api/mass-messages/" + id + "/export.xlsx")
                        .text())
                .startsWith("PK");
        assertThat(desk.as(ann).get("/api/mass-messages/" + id + "/export.xlsx").status())
                .isEqualTo(404);
        assertThat(desk.as(owner)
                        .get("/api/admin/customer-exports")
                        .json()
                        .get("items")
                        .findValuesAsString("massId"))
                .containsExactly(Long.toString(id));

        assertThat(desk.as(ann)
                        .post("/api/mass-messages/" + id + "/recall", Map.of())
                        .code())
                .isEqualTo("masssend.not_found");
        desk.as(owner).post("/api/mass-messages/" + id + "/recall", Map.of());
        desk.awaitState(owner, id, MassState.RECALLED);
        assertThat(desk.texts(theirs)).isEmpty();
        assertThat(desk.get(owner, id).get("recalled").asInt()).isEqualTo(2);
        assertThat(desk.as(owner)
                        .post("/api/mass-messages/" + id + "/recall", Map.of())
                        .code())
                .isEqualTo("masssend.not_waiting");
    }

    @Test
    void whatWaitsCanBeCancelledAndBadInputIsRefused() {
        Client client = desk.client(org, "王", ann);
        desk.listed(ann, 1);
        Map<String, Object> body = MassDesk.personal("明天见");
        long id = desk.write(ann, with(body, "sendAt", Instant.now().plusSeconds(86_400 * 20)));
        assertThat(desk.get(ann, id).get("line").get("state").asString()).isEqualTo("WAITING");
        assertThat(desk.as(ann)
                        .post("/api/mass-messages/" + id + "/recall", Map.of())
                        .code())
                .isEqualTo("masssend.not_waiting");
        desk.as(ann).post("/api/mass-messages/" + id + "/cancel", Map.of());
        assertThat(desk.get(ann, id).get("line").get("state").asString()).isEqualTo("CANCELLED");
        assertThat(desk.results(ann, id)).isEqualTo(Map.of("王", "CANCELLED"));
        assertThat(desk.as(ann)
                        .post("/api/mass-messages/" + id + "/cancel", Map.of())
                        .code())
                .isEqualTo("masssend.not_waiting");
        assertThat(desk.texts(client)).isEmpty();

        assertThat(refusal(with(body, "content", MassDesk.content(" ")))).isEqualTo("masssend.empty");
        assertThat(refusal(with(body, "content", MassDesk.content("{nickname}".repeat(21)))))
                .isEqualTo("masssend.bad_text");
        assertThat(refusal(with(body, "content", MassDesk.content("a".repeat(2_001)))))
                .isEqualTo("platform.invalid");
        assertThat(refusal(with(
                        body,
                        "content",
                        Map.of("text", "a", "attachments", List.of(Map.of("kind", "FILE", "id", 99_999_999))))))
                .isEqualTo("attachment.unknown_file");
        assertThat(refusal(with(body, "sendAt", Instant.now().plusSeconds(86_400 * 90))))
                .isEqualTo("masssend.bad_time");
        assertThat(refusal(with(body, "deadline", Instant.now().plusSeconds(86_400 * 20))))
                .isEqualTo("masssend.bad_time");
        assertThat(refusal(with(body, "target", everyone()))).isEqualTo("masssend.bad_range");
        assertThat(refusal(with(body, "target", Map.of("segmentId", 99_999_999))))
                .isEqualTo("customerprofile.not_found");
        assertThat(refusal(with(body, "target", Map.of("filter", Map.of("silentDays", 0)))))
                .isEqualTo("platform.unreadable");
        assertThat(refusal(with(body, "target", Map.of("relationIds", List.of(99_999_999)))))
                .isEqualTo("masssend.unknown_customer");
        assertThat(desk.as(ann)
                        .post(
                                "/api/mass-messages",
                                with(MassDesk.personal("a"), "target", Map.of("filter", Map.of("q", "nobody"))))
                        .code())
                .isEqualTo("masssend.nobody");
        assertThat(desk.as(owner)
                        .post(
                                "/api/mass-messages/preview",
                                with(
                                        company("a"),
                                        "target",
                                        Map.of("range", Map.of("everyone", false, "members", List.of(99_999_999)))))
                        .code())
                .isEqualTo("masssend.bad_range");
        Map<String, Object> none = Map.of("companyPerMonth", 4, "personalPerDay", 0, "keywords", List.of("退订"));
        assertThat(desk.as(ann).put("/api/admin/mass-messages/settings", none).code())
                .isEqualTo("masssend.not_allowed");
        desk.as(owner).put("/api/admin/mass-messages/settings", none);
        assertThat(refusal(body)).isEqualTo("masssend.switched_off");
    }

    @Test
    void groupsGetItOnceEachWithinTheirCapAndItIsTakenBackThere() {
        TestUser wang = scene.customer("王", ann);
        TestUser zhao = scene.customer("赵", ann);
        TestUser qian = scene.customer("钱", bob);
        JsonNode mine = scene.open(ann, "读者群", List.of(bob), List.of(wang, zhao));
        JsonNode second = scene.open(ann, "新书群", List.of(), List.of(wang));
        JsonNode foreign = scene.open(bob, "波的群", List.of(ann), List.of(qian));
        Map<String, Object> one =
                Map.of("groups", Map.of("ids", List.of(mine.get("id").asLong())));
        Map<String, Object> body = with(MassDesk.personal("周六开读书会"), "target", one);

        JsonNode preview = desk.as(ann).post("/api/mass-messages/preview", body).json();
        assertThat(preview.get("customers").asInt()).isEqualTo(1);
        assertThat(preview.get("reached").asInt()).isEqualTo(2);
        assertThat(refusal(with(body, "content", MassDesk.content("{nickname}好"))))
                .isEqualTo("masssend.no_nickname");
        assertThat(refusal(with(
                        body,
                        "target",
                        Map.of("groups", Map.of("ids", List.of(foreign.get("id").asLong()))))))
                .isEqualTo("masssend.unknown_group");
        assertThat(refusal(with(body, "target", Map.of("groups", Map.of(), "segmentId", 1))))
                .isEqualTo("masssend.bad_range");
        long id = desk.write(ann, body);
        desk.awaitState(ann, id, MassState.DONE);
        assertThat(desk.results(ann, id)).isEqualTo(Map.of("读者群", "SENT"));
        assertThat(desk.get(ann, id).get("line").get("toGroups").asBoolean()).isTrue();
        long place = mine.get("conversationId").asLong();
        assertThat(scene.texts(bob, place)).containsExactly("周六开读书会");

        scene.write(zhao, place, "a1", "TD");
        Await.until(() -> desk.get(ann, id).get("answered").asInt() == 1);
        assertThat(desk.as(ann)
                        .get("/api/customers/" + zhao.id() + "/mass-opt-out")
                        .json()
                        .get("optedOut")
                        .asBoolean())
                .as("a group is no place for that")
                .isFalse();
        long all = desk.write(ann, with(MassDesk.personal("再说一次"), "target", Map.of("groups", Map.of())));
        desk.awaitState(ann, all, MassState.DONE);
        assertThat(desk.results(ann, all)).isEqualTo(Map.of("读者群", "CAPPED", "新书群", "SENT"));
        assertThat(scene.texts(ann, second.get("conversationId").asLong())).containsExactly("再说一次");

        desk.as(ann).post("/api/mass-messages/" + id + "/recall", Map.of());
        desk.awaitState(ann, id, MassState.RECALLED);
        assertThat(scene.texts(bob, place)).doesNotContain("周六开读书会");

        Map<String, Object> wide =
                with(company("全员群发"), "target", Map.of("range", Map.of("everyone", true), "groups", Map.of()));
        long task = desk.write(owner, wide);
        assertThat(desk.get(owner, task).get("line").get("total").asInt()).isEqualTo(3);
        desk.as(bob).post("/api/mass-messages/" + task + "/confirm", Map.of("without", List.of()));
        Await.until(() -> "SENT".equals(desk.results(owner, task).get("波的群")));
    }

    @Test
    void whatTheCompanyForbidsIsRefusedWhenWrittenAndStoppedWhenTheWordsChangeMeanwhile() {
        Client client = desk.client(org, "王", ann);
        desk.listed(ann, 1);
        forbid("稳赚");
        Reply refused = desk.as(ann).post("/api/mass-messages", MassDesk.personal("这款产品稳赚不赔"));
        assertThat(refused.code()).isEqualTo("customerguard.forbidden_draft");
        assertThat(refused.text()).contains("稳赚");
        assertThat(refusal(MassDesk.personal("这款产品稳赚不赔"))).isEqualTo("customerguard.forbidden_draft");

        long id = desk.write(
                ann,
                with(
                        MassDesk.personal("年底大促"),
                        "sendAt",
                        Instant.now().plusSeconds(86_400 * 20).toString()));
        forbid("大促");
        desk.isDue(id);
        desk.awaitState(ann, id, MassState.DONE);
        assertThat(desk.results(ann, id)).isEqualTo(Map.of("王", "FORBIDDEN"));
        assertThat(desk.texts(client)).isEmpty();
        JsonNode hits = desk.as(owner).get("/api/customer-guard/hits").json().get("items");
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).get("place").asString()).isEqualTo("MASS");
        assertThat(hits.get(0).get("member").get("id").asLong()).isEqualTo(ann.id());

        clock.still(() -> {
            desk.wroteToday(ann, 49);
            assertThat(desk.atOnce(ann, 4))
                    .hasSize(4)
                    .filteredOn(answer -> answer.contains("masssend.too_many_today"))
                    .hasSize(3);
        });
    }

    private void forbid(String word) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", word, "action", "BLOCK", "words", List.of(word)));
        rule.putAll(Map.of("patterns", List.of(), "range", Map.of("everyone", true), "staff", true));
        rule.putAll(Map.of("customers", false, "people", List.of(owner.id()), "enabled", true));
        assertThat(desk.as(owner).post("/api/customer-guard/rules", rule).status())
                .isEqualTo(201);
    }

    private String refusal(Map<String, Object> body) {
        return desk.as(ann).post("/api/mass-messages/preview", body).code();
    }

    @Test
    void anAnswerCountsAndTheWordForNoMoreIsObeyedAndConfirmed() {
        Client client = desk.client(org, "王", ann);
        desk.listed(ann, 1);
        long id = desk.write(ann, MassDesk.personal("新品到货"));
        desk.awaitState(ann, id, MassState.DONE);

        desk.say(client, "a", "多少钱");
        Await.until(() -> desk.get(ann, id).get("answered").asInt() == 1);
        String customer = "/api/customers/" + client.guest().id();
        String optOut = customer + "/mass-opt-out";
        assertThat(desk.as(ann).get(optOut).json().get("optedOut").asBoolean()).isFalse();
        desk.say(client, "b", "td");

        Await.until(() -> desk.texts(client).stream().anyMatch(text -> text.startsWith("已为您退订")));
        assertThat(desk.as(ann).get(optOut).json().get("way").asString()).isEqualTo("KEYWORD");
        assertThat(desk.as(bob).get(optOut).code()).isEqualTo("customer.not_found");
        assertThat(desk.as(ann).get(customer + "/timeline").text()).contains("MASS_OPTED_OUT");
        assertThat(desk.as(client.guest())
                        .get("/api/visit/mass-messages")
                        .json()
                        .get("optedOut")
                        .asBoolean())
                .isTrue();
        desk.as(client.guest()).put("/api/visit/mass-messages", Map.of("optedOut", false));
        assertThat(desk.as(ann).get(optOut).json().get("optedOut").asBoolean()).isFalse();
    }

    /** Two runners, the server's own clock as a third, two employees who reach the same people. */
    @Test
    void manyRunnersAtOnceSendOnceAndNobodyExceedsTheCap() throws Exception {
        int many = 40;
        List<Client> clients = IntStream.range(0, many)
                .mapToObj(n -> desk.client(org, "客" + n, ann))
                .toList();
        clients.forEach(client -> desk.serve(client.guest(), bob));
        desk.listed(ann, many);
        desk.listed(bob, many);

        long first = desk.write(ann, MassDesk.personal("安的消息"));
        long second = desk.write(bob, MassDesk.personal("波的消息"));
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int n = 0; n < 12; n++) {
                pool.submit(sending::turn);
            }
        }
        desk.awaitState(ann, first, MassState.DONE);
        desk.awaitState(bob, second, MassState.DONE);

        int sent = desk.get(ann, first).get("line").get("sent").asInt()
                + desk.get(bob, second).get("line").get("sent").asInt();
        assertThat(sent).isEqualTo(many);
        Map<String, String> one = desk.results(ann, first);
        Map<String, String> other = desk.results(bob, second);
        assertThat(one.keySet()).allMatch(name -> !one.get(name).equals(other.get(name)));
        assertThat(said("安的消息") + said("波的消息")).isEqualTo(many);
        assertThat(jdbc.sql("select max(used) from masssend_quota where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int said(String text) {
        return jdbc.sql("select count(*) from messaging_entry where org_id = :org and body::json ->> 'text' = :text")
                .param("org", org.id())
                .param("text", text)
                .query(Integer.class)
                .single();
    }
}
