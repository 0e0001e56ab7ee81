package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.RelationOpened;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A customer's way from the code to the chat, and what follows. */
@QiaoTest
class VisitHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private TestOrg org;
    private TestBrowser admin;
    private TestUser ann;
    private TestBrowser work;
    private String code;

    @BeforeEach
    void aCard() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        ann = org.user("安娜");
        work = new TestBrowser(http).signedIn(ann);
        Map<String, Object> card = new HashMap<>(
                Map.of("title", "客户顾问", "needs", List.of("报价"), "autoReply", "已下班，明早回复您。", "skipVerify", true));
        card.put("welcome", Map.of("text", "{nickname}，您好！我是安娜。", "attachments", List.of()));
        card.put("hours", List.of());
        code = work.put("/api/my-card", card).json().path("code").asString();
    }

    /** The device that an opening has given its token. */
    private TestBrowser device(Reply opened) {
        return new TestBrowser(http).signedIn(guest(opened));
    }

    private TestUser guest(Reply opened) {
        return VisitScene.guest(org, opened);
    }

    private long upload(TestUser user, String name) {
        byte @Nullable [] answer = http.post()
                .uri(uri -> uri.path("/api/files").queryParam("name", "{name}").build(name))
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new byte[] {1})
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return json.readTree(Objects.requireNonNull(answer)).path("id").asLong();
    }

    private List<String> texts(long thread) {
        return work.get("/api/conversations/" + thread + "/entries")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("TEXT"))
                .map(entry -> entry.path("body").path("text").asString())
                .toList();
    }

    @Test
    void aStrangerSeesTheCardOpensTheChatAndIsWelcomedOnce() {
        TestBrowser stranger = new TestBrowser(http);

        JsonNode way = stranger.get("/api/visit/ways/" + code).json();
        assertThat(way.path("person").path("name").asString()).isEqualTo("安娜");
        assertThat(way.path("person").path("title").asString()).isEqualTo("客户顾问");
        assertThat(way.path("company").path("verified").asBoolean()).isFalse();
        assertThat(way.path("notice").path("text").asString()).contains("测试公司");
        assertThat(stranger.get("/api/visit/ways/unknown00000").code()).isEqualTo("visit.not_found");
        assertThat(VisitScene.open(stranger, code, Map.of("consent", 2)).code()).isEqualTo("visit.notice_changed");
        Reply opened = VisitScene.open(stranger, code, Map.of("name", "李女士"));

        assertThat(opened.status()).isEqualTo(201);
        TestBrowser guest = device(opened);
        long thread = opened.json().path("thread").path("conversationId").asLong();
        long relation = opened.json().path("thread").path("relationId").asLong();
        Await.until(() -> texts(thread).equals(List.of("李女士，您好！我是安娜。")));
        Reply again = VisitScene.open(guest, code, Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("token").isNull()).isTrue();
        assertThat(again.json().path("thread").path("relationId").asLong()).isEqualTo(relation);
        assertThat(guest.get("/api/visit/ways/" + code)
                        .json()
                        .path("known")
                        .path("open")
                        .asBoolean())
                .isTrue();

        // The event comes again after a crash.
        transaction.executeWithoutResult(status -> events.publishEvent(new RelationOpened(
                org.id(), relation, opened.json().path("me").path("id").asLong(), ann.id(), null)));
        guest.post(
                "/api/visit/conversations/" + thread + "/messages",
                Map.of("key", "k1", "kind", "TEXT", "body", Map.of("text", "在吗")));
        guest.post(
                "/api/visit/conversations/" + thread + "/messages",
                Map.of("key", "k2", "kind", "TEXT", "body", Map.of("text", "请报价")));

        Await.until(() -> texts(thread).contains("已下班，明早回复您。"));
        assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like :relation")
                                .param("relation", "%\"relationId\":" + relation + ",%")
                                .query(Integer.class)
                                .single()
                        <= 1)
                .isTrue();
        assertThat(texts(thread)).containsOnlyOnce("李女士，您好！我是安娜。", "已下班，明早回复您。");
        JsonNode line = work.get("/api/customers?q=李").json().path("items").path(0);
        assertThat(line.path("customer").path("name").asString()).isEqualTo("李女士");
        assertThat(line.path("relation").path("conversationId").asLong()).isEqualTo(thread);
        assertThat(new TestBrowser(http)
                        .signedIn(org.user("旁人"))
                        .get("/api/customers/"
                                + line.path("customer").path("id").asLong())
                        .code())
                .isEqualTo("customer.not_found");
    }

    @Test
    void manyNewChatsOfOneAddressNeedWorkAndHaveAnEnd() {
        TestBrowser flood = new TestBrowser(http);
        clock.still(() -> workIsAsked(flood));
        Reply again = VisitScene.open(flood, code, Map.of());
        String late = again.json().path("params").path("challenge").asString();
        String solved =
                WorkTest.solve(late, again.json().path("params").path("bits").asInt());
        clock.forward(Work.LIFE);
        Map<String, Object> answer = Map.of("work", Map.of("challenge", late, "nonce", solved));
        assertThat(VisitScene.open(flood, code, answer).code())
                .as("answered too late")
                .isEqualTo("visit.work_needed");
        clock.still(() -> {
            jdbc.sql("update visit_opening set openings = 20 where openings = 4")
                    .update();
            assertThat(VisitScene.open(flood, code, answer).code()).isEqualTo("visit.too_many_opens");
        });
        assertThat(VisitScene.open(new TestBrowser(http), code, Map.of()).status())
                .isEqualTo(201);
    }

    private void workIsAsked(TestBrowser flood) {
        for (int i = 0; i < 3; i++) {
            assertThat(VisitScene.open(flood, code, Map.of()).status()).isEqualTo(201);
        }

        Reply refused = VisitScene.open(flood, code, Map.of());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("visit.work_needed");
        String challenge = refused.json().path("params").path("challenge").asString();
        String nonce = WorkTest.solve(
                challenge, refused.json().path("params").path("bits").asInt());
        Map<String, Object> answer = Map.of("work", Map.of("challenge", challenge, "nonce", nonce));
        Map<String, Object> lazy = Map.of("work", Map.of("challenge", challenge, "nonce", nonce + "x"));
        assertThat(VisitScene.open(flood, code, lazy).code()).isEqualTo("visit.work_needed");
        Map<String, Object> forged = Map.of("work", Map.of("challenge", challenge + "x", "nonce", nonce));
        assertThat(VisitScene.open(flood, code, forged).code()).isEqualTo("visit.work_needed");
        TestUser bob = org.user("鲍勃");
        TestBrowser his = new TestBrowser(http).signedIn(bob);
        String other = his.post("/api/my-card", Map.of()).json().path("code").asString();
        assertThat(VisitScene.open(flood, other, answer).code())
                .as("made for another code")
                .isEqualTo("visit.work_needed");
        assertThat(VisitScene.open(flood, code, answer).status()).isEqualTo(201);
        assertThat(VisitScene.open(flood, code, answer).code()).isEqualTo("visit.work_needed");
    }

    @Test
    void whoProvesANumberThatIsKnownBecomesThatContactAndItCanBeUndone() {
        admin.put("/api/admin/notice/simulation", Map.of("on", true));
        TestBrowser first = device(VisitScene.open(new TestBrowser(http), code, Map.of("name", "王先生")));
        assertThat(prove(first).path("me").path("level").asString()).isEqualTo("VERIFIED");
        TestUser bob = org.user("鲍勃");
        String other = new TestBrowser(http)
                .signedIn(bob)
                .post("/api/my-card", Map.of())
                .json()
                .path("code")
                .asString();
        Reply opened = VisitScene.open(new TestBrowser(http), other, Map.of());
        TestBrowser second = device(opened);
        long thread = opened.json().path("thread").path("conversationId").asLong();

        JsonNode joined = prove(second);

        assertThat(joined.path("joined").asBoolean()).isTrue();
        JsonNode me = second.get("/api/visit/me").json();
        assertThat(me.path("name").asString()).isEqualTo("王先生");
        assertThat(me.path("threads")).hasSize(2);
        assertThat(second.get("/api/visit/conversations/" + thread + "/entries").status())
                .isEqualTo(200);
        String customer = "/api/customers/" + me.path("id").asLong();
        long merge = admin.get(customer + "/merges").json().path(0).path("id").asLong();
        assertThat(admin.post("/api/customer-merges/" + merge + "/undo", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(admin.post("/api/customer-merges/" + merge + "/undo", Map.of())
                        .code())
                .isEqualTo("customer.merge_over");
        Await.until(() ->
                second.get("/api/visit/conversations/" + thread + "/entries").status() == 200
                        && second.get("/api/visit/me").json().path("threads").size() == 1);
        assertThat(first.get("/api/visit/me").json().path("threads")).hasSize(1);
    }

    @Test
    void whoWasWrittenDownWithANumberIsHimWhenHeProvesIt() {
        admin.put("/api/admin/notice/simulation", Map.of("on", true));
        bringIn("name,phone,remark\n老客户,13700137000,三年前买过\n");
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of("name", "路人"));
        TestBrowser guest = device(opened);
        long thread = opened.json().path("thread").path("conversationId").asLong();
        Await.until(() -> texts(thread).size() == 1);

        JsonNode joined = prove(guest);

        assertThat(joined.path("joined").asBoolean()).isTrue();
        assertThat(guest.get("/api/visit/me").json().path("name").asString()).isEqualTo("老客户");
        Await.until(() -> remembered().path("relation").path("conversationId").asLong() == thread);
        assertThat(remembered().at("/relation/remark/text").asString()).isEqualTo("三年前买过");
        Await.until(() -> guest.post(
                                "/api/visit/conversations/" + thread + "/messages",
                                Map.of("key", "k1", "kind", "TEXT", "body", Map.of("text", "我来了")))
                        .status()
                == 200);
        assertThat(texts(thread)).contains("路人，您好！我是安娜。", "我来了");
    }

    private JsonNode remembered() {
        return work.get("/api/customers?open=true&q=老客户").json().path("items").path(0);
    }

    private void bringIn(String csv) {
        String imports = "/api/admin/customer-imports";
        long id = admin.send(
                        HttpMethod.POST,
                        imports + "?name=a.csv&member=" + ann.id(),
                        csv.getBytes(StandardCharsets.UTF_8),
                        headers -> headers.set("Content-Type", "application/octet-stream"))
                .json()
                .path("id")
                .asLong();
        admin.post(imports + "/" + id + "/start", Map.of("known", "SKIP"));
        Await.until(() -> admin.get(imports + "/" + id).json().path("made").asInt() == 1);
    }

    /** By the code that came to the simulated phone. */
    private JsonNode prove(TestBrowser guest) {
        clock.forward(Duration.ofMinutes(2));
        AtomicLong made = new AtomicLong();
        clock.still(() -> {
            Map<String, Object> wish = Map.of("channel", "SMS", "address", "137 0013 7000");
            made.set(guest.post("/api/visit/me/codes", wish).json().path("id").asLong());
            assertThat(guest.post("/api/visit/me/codes", wish).code()).isEqualTo("visit.too_many_codes");
        });
        long id = made.get();
        Await.until(() -> lastCode(id) != null);
        String digits = Objects.requireNonNull(lastCode(id));
        String wrong = digits.equals("000000") ? "000001" : "000000";
        Reply refused = guest.post("/api/visit/me/codes/" + id, Map.of("code", wrong));
        assertThat(refused.code()).isEqualTo("visit.wrong_code");
        assertThat(refused.json().path("params").path("left").asInt()).isEqualTo(4);
        JsonNode proved =
                guest.post("/api/visit/me/codes/" + id, Map.of("code", digits)).json();
        assertThat(guest.post("/api/visit/me/codes/" + id, Map.of("code", digits))
                        .status())
                .isIn(404, 410);
        return proved;
    }

    private @Nullable String lastCode(long id) {
        return jdbc.sql("select content::text from notice_order where org_id = :org and order_key = :key")
                .param("org", org.id())
                .param("key", "visit-code:" + id)
                .query(String.class)
                .optional()
                .map(text -> text.replaceAll("(?s).*验证码 ([0-9]{6}).*", "$1"))
                .filter(text -> text.matches("[0-9]{6}"))
                .orElse(null);
    }

    @Test
    void aCodeServesByItsHoursAndGreetsWithItsFiles() {
        TestUser bob = org.user("鲍勃");
        TestUser boss = org.admin();
        TestBrowser desk = new TestBrowser(http).signedIn(boss);
        long file = upload(boss, "样品.txt");
        long sold = product(desk, "明前龙井");
        long withdrawn = product(desk, "旧茶");
        long article = desk.post(
                        "/api/materials",
                        Map.of("kind", "ARTICLE", "title", "怎样泡茶", "text", "水温八十五度", "url", "", "company", true))
                .json()
                .path("id")
                .asLong();
        JsonNode content = json.readTree("""
                {"people":[{"memberId":%1$d},{"memberId":%2$d,"cap":9}],"slots":[{"days":["MONDAY","TUESDAY","WEDNESDAY",
                "THURSDAY","FRIDAY","SATURDAY","SUNDAY"],"from":"00:00","until":"00:00","members":[%2$d]}],"backups":[%1$d],
                "welcome":{"text":"{nickname}，欢迎","attachments":[{"kind":"PRODUCT","id":%4$d},{"kind":"LINK","link":
                {"title":"官网","url":"https://tea.example","about":"全部新茶"}},{"kind":"FILE","id":%3$d},
                {"kind":"PRODUCT","id":%5$d},{"kind":"MATERIAL","id":%6$d}]},"skipVerify":true,"exclusive":false}
                """.formatted(ann.id(), bob.id(), file, withdrawn, sold, article));
        Map<String, Object> way =
                new HashMap<>(Map.of("title", "展会", "remark", "", "state", "expo", "days", 3, "content", content));

        assertThat(work.post("/api/contact-ways", way).code()).isEqualTo("contactway.not_your_people");
        JsonNode made = desk.post("/api/contact-ways", way).json();
        assertThat(made.path("attached").findValuesAsString("title"))
                .containsExactly("旧茶", "官网", "样品.txt", "明前龙井", "怎样泡茶");
        assertThat(desk.get("/api/material-lists/COMPANY").text())
                .as("links of welcomes stand in no library")
                .contains("怎样泡茶")
                .doesNotContain("官网");
        desk.delete("/api/products/" + withdrawn);
        assertThat(made.path("endsAt").isNull()).isFalse();
        way.putAll(Map.of("days", 0, "version", made.path("version").asInt()));
        assertThat(desk.put("/api/contact-ways/" + made.path("id").asLong(), way)
                        .json()
                        .path("endsAt")
                        .isNull())
                .isTrue();

        Reply opened = VisitScene.open(new TestBrowser(http), made.path("code").asString(), Map.of("name", "小林"));
        JsonNode thread = opened.json().path("thread");
        assertThat(thread.path("person").path("id").asLong()).isEqualTo(bob.id());
        TestBrowser guest = device(opened);
        String entries =
                "/api/visit/conversations/" + thread.path("conversationId").asLong() + "/entries";
        Await.until(() -> guest.get(entries).text().contains("怎样泡茶"));
        assertThat(guest.get(entries).text()).containsSubsequence("小林，欢迎", "官网", "样品.txt", "明前龙井", "怎样泡茶");
        assertThat(guest.get(entries).text()).doesNotContain("旧茶");
        TestBrowser server = new TestBrowser(http).signedIn(bob);
        JsonNode sends = server.get("/api/material-sends?conversation="
                        + thread.path("conversationId").asLong())
                .json()
                .path("items");
        long link = sends.path(1).path("id").asLong();
        assertThat(guest.post("/api/visit/materials/" + link + "/opens", Map.of())
                        .json()
                        .path("url")
                        .asString())
                .isEqualTo("https://tea.example");
        assertThat(refused(desk, way, made, "{\"kind\":\"PRODUCT\",\"id\":" + withdrawn + "}"))
                .as("what was there may stay")
                .isEmpty();
        assertThat(refused(desk, way, made, "{\"kind\":\"PRODUCT\",\"id\":999999999}"))
                .isEqualTo("attachment.unknown_product");
        assertThat(refused(desk, way, made, "{\"kind\":\"MATERIAL\",\"id\":999999999}"))
                .isEqualTo("attachment.unknown_material");
        assertThat(
                        refused(
                                desk,
                                way,
                                made,
                                "{\"kind\":\"LINK\",\"link\":{\"title\":\"x\",\"url\":\"javascript:alert(1)\",\"about\":\"\"}}"))
                .isEqualTo("attachment.bad_link");
    }

    private long product(TestBrowser who, String name) {
        return who.post(
                        "/api/products",
                        Map.of(
                                "name",
                                name,
                                "number",
                                "",
                                "description",
                                "",
                                "link",
                                "",
                                "pictures",
                                List.of(),
                                "onSale",
                                true))
                .json()
                .path("id")
                .asLong();
    }

    /** The code with another welcome; the problem, if any. */
    private String refused(TestBrowser who, Map<String, Object> way, JsonNode made, String attached) {
        String path = "/api/contact-ways/" + made.path("id").asLong();
        JsonNode seen = who.get(path).json();
        Map<String, Object> body = new HashMap<>(way);
        ObjectNode content = (ObjectNode) seen.path("content").deepCopy();
        content.set("welcome", json.readTree("{\"text\":\"x\",\"attachments\":[" + attached + "]}"));
        body.putAll(Map.of("content", content, "version", seen.path("version").asInt()));
        Reply reply = who.put(path, body);
        return reply.status() == 200 ? "" : reply.code();
    }
}
