package org.qiao.foreigntask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.PeerServer;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class ForeignTaskHttpTest {

    private static final List<Map<String, String>> BUTTONS =
            List.of(Map.of("key", "yes", "label", "同意"), Map.of("key", "no", "label", "不同意"));

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    private final PeerServer peer = new PeerServer();
    private TestOrg org;
    private TestUser admin;
    private TestUser ann;
    private TestUser bob;
    private String erp;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        ann = org.user("安娜");
        bob = org.user("鲍勃");
        erp = key("ERP");
    }

    @AfterEach
    void close() {
        jdbc.sql("update webhook_endpoint set enabled = false where org_id = :org")
                .param("org", org.id())
                .update();
        peer.close();
    }

    private String key(String name) {
        return ok(as(admin).post("/api/admin/api-keys", Map.of("name", name, "scopes", List.of("TASKS_PUSH"))))
                .get("token")
                .asString();
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private static JsonNode ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
        return reply.json();
    }

    private Reply call(HttpMethod method, String token, String path, @Nullable Object body) {
        return new TestBrowser(http).send(method, "/api/open" + path, body, headers -> headers.setBearerAuth(token));
    }

    private static Map<String, Object> task(String title, TestUser... people) {
        Map<String, Object> task = new HashMap<>();
        task.put("title", title);
        task.put("facts", List.of(Map.of("label", "金额", "value", "¥ 1,200.00")));
        task.put("link", "https://erp.example.com/po/1");
        task.put("answers", BUTTONS);
        task.put("assignees", java.util.Arrays.stream(people).map(TestUser::id).toList());
        return task;
    }

    private static Map<String, Object> with(Map<String, Object> task, String name, @Nullable Object value) {
        Map<String, Object> other = new HashMap<>(task);
        other.put(name, value);
        return other;
    }

    private Reply push(String key, Map<String, Object> task) {
        return call(HttpMethod.PUT, erp, "/tasks/" + key, task);
    }

    private JsonNode list(TestUser user, String query) {
        return ok(as(user).get("/api/foreign-tasks?box=" + query)).get("items");
    }

    private static Map<String, Object> answer(String key, JsonNode task) {
        return Map.of("answer", key, "version", task.get("version").asInt(), "text", "看过了");
    }

    @Test
    void aTaskComesOnceIsAnsweredAndTheSystemIsTold() {
        ok(as(admin)
                .post(
                        "/api/admin/webhooks",
                        Map.of(
                                "name",
                                "ERP",
                                "url",
                                peer.url(),
                                "topics",
                                List.of("task.answered"),
                                "withValues",
                                false,
                                "intranet",
                                true,
                                "enabled",
                                true)));
        Map<String, Object> payment = with(task("付款 PO-1", ann, bob), "dueAt", "2026-12-01T10:00:00Z");
        Reply first = push("PO-1", payment);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        Reply again = push("PO-1", payment);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).as("said again, it changes nothing").isEqualTo(first.json());
        assertThat(ok(push("PO-1", with(payment, "title", "付款 PO-1 改")))
                        .get("version")
                        .asInt())
                .isEqualTo(2);

        JsonNode mine = list(ann, "OPEN").get(0);
        assertThat(mine.get("title").asString()).isEqualTo("付款 PO-1 改");
        assertThat(mine.get("system").get("name").asString()).isEqualTo("ERP");
        String path = "/api/foreign-tasks/" + mine.get("id").asLong();
        assertThat(as(ann).post(path + "/answer", Map.of("answer", "yes", "version", 1))
                        .code())
                .as("not what is there now")
                .isEqualTo("foreigntask.changed_meanwhile");
        assertThat(as(ann).post(path + "/answer", answer("maybe", mine)).code())
                .isEqualTo("foreigntask.unknown_answer");

        JsonNode done = ok(as(ann).post(path + "/answer", answer("yes", mine))).get("task");
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("answered").get("answer").asString()).isEqualTo("同意");
        assertThat(as(bob).post(path + "/answer", answer("no", mine)).code())
                .isEqualTo("foreigntask.changed_meanwhile");
        assertThat(list(bob, "OPEN").isEmpty()).isTrue();
        assertThat(list(bob, "ENDED").get(0).get("answered").get("by").get("id").asLong())
                .isEqualTo(ann.id());

        Await.until(() -> !peer.heard("task.answered").isEmpty());
        JsonNode told = peer.heard("task.answered").getFirst().json().get("data");
        assertThat(told.get("by").asLong()).isEqualTo(ann.id());
        assertThat(told.get("task").get("key").asString()).isEqualTo("PO-1");
        assertThat(told.get("task").get("answer").get("key").asString()).isEqualTo("yes");
        JsonNode changes = ok(call(HttpMethod.GET, erp, "/task-changes", null));
        assertThat(changes.get("items")).hasSize(1);
        assertThat(changes.get("items").get(0).get("text").asString()).isEqualTo("看过了");
        long cursor = changes.get("cursor").asLong();
        assertThat(ok(call(HttpMethod.GET, erp, "/task-changes?after=" + cursor, null))
                        .get("items")
                        .isEmpty())
                .isTrue();

        assertThat(push("PO-1", with(payment, "title", "late")).code()).isEqualTo("foreigntask.ended");
        ok(push(
                "PO-1",
                with(
                        with(payment, "title", "again"),
                        "reopen",
                        done.get("version").asInt())));
        assertThat(list(bob, "OPEN")).hasSize(1);
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        ok(push("PO-2", task("并发", ann, bob)));
        JsonNode mine = list(ann, "OPEN").get(0);
        String path = "/api/foreign-tasks/" + mine.get("id").asLong() + "/answer";
        List<Callable<Reply>> devices = IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(i ->
                        () -> as(i % 2 == 0 ? ann : bob).post(path, answer(i < 4 ? "yes" : "no", mine)))
                .toList();

        List<Reply> replies = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Reply> reply : pool.invokeAll(devices)) {
                replies.add(reply.get());
            }
        }

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().map(Reply::code).filter("foreigntask.changed_meanwhile"::equals))
                .hasSize(7);
        assertThat(ok(call(HttpMethod.GET, erp, "/task-changes", null)).get("items"))
                .hasSize(1);
    }

    @Test
    void oneBadTaskRefusesTheWholeCall() {
        TestUser foreigner = given.org().user();
        Map<String, Object> good = Map.of("key", "A-1", "task", task("一", ann));
        Map<String, Object> bad = Map.of("key", "A-2", "task", task("二", ann, foreigner));

        Reply refused = call(HttpMethod.POST, erp, "/tasks", Map.of("items", List.of(good, bad)));

        assertThat(refused.code()).isEqualTo("foreigntask.unknown_assignee");
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("items[1].task.assignees[1]");
        assertThat(list(ann, "OPEN").isEmpty()).isTrue();
        assertThat(call(HttpMethod.POST, erp, "/tasks", Map.of("items", List.of(good, good)))
                        .code())
                .isEqualTo("foreigntask.key_twice");
        assertThat(push("A-3", with(task("x", ann), "link", "javascript:alert(1)"))
                        .code())
                .isEqualTo("foreigntask.bad_link");
        assertThat(push("A-3", with(with(task("x", ann), "link", null), "answers", List.of()))
                        .code())
                .isEqualTo("foreigntask.incomplete");
        assertThat(push("A-3", task("x", ann)).status()).isEqualTo(201);
        assertThat(push("A-3", task("x".repeat(201), ann)).code()).isEqualTo("platform.invalid");
        assertThat(push("-bad", task("x", ann)).code()).isEqualTo("foreigntask.bad_key");
        assertThat(ok(push("A-4", Map.of("title", "done before", "state", "DONE")))
                        .get("how")
                        .asString())
                .isEqualTo("SYSTEM");
    }

    @Test
    void aSystemSeesItsOwnTasksAndIsTheNameOfItsKey() {
        ok(push("B-1", task("一", ann)));
        String oa = key("OA");
        assertThat(call(HttpMethod.GET, oa, "/tasks/B-1", null).code()).isEqualTo("foreigntask.not_found");
        assertThat(call(HttpMethod.DELETE, oa, "/tasks/B-1", null).code()).isEqualTo("foreigntask.not_found");
        ok(call(HttpMethod.PUT, oa, "/tasks/B-1", task("另一个系统的", ann)));
        assertThat(list(ann, "OPEN")).hasSize(2);
        JsonNode summary = ok(as(ann).get("/api/foreign-tasks/summary"));
        assertThat(summary.get("open").asInt()).isEqualTo(2);
        assertThat(summary.get("systems").findValuesAsString("name")).containsExactly("ERP", "OA");
        long oaId = summary.get("systems").get(1).get("id").asLong();
        assertThat(list(ann, "OPEN&system=" + oaId).findValuesAsString("title")).containsExactly("另一个系统的");
        assertThat(list(ann, "OPEN&q=系统")).hasSize(1);
        assertThat(list(ann, "OPEN&q=%25")).isEmpty();
        for (String path : List.of("/api/foreign-tasks?box=OPEN&q=", "/api/customers?q=", "/api/contact-ways?q=")) {
            assertThat(as(admin).get(path + "\0").status()).as(path).isEqualTo(400);
        }

        long old = as(admin).get("/api/admin/api-keys").json().get(1).get("id").asLong();
        ok(as(admin).delete("/api/admin/api-keys/" + old));
        assertThat(call(HttpMethod.GET, erp, "/tasks/B-1", null).code()).isEqualTo("apikey.unknown_key");
        erp = key("ERP");
        assertThat(ok(call(HttpMethod.DELETE, erp, "/tasks/B-1", null))
                        .get("how")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(ok(call(HttpMethod.DELETE, erp, "/tasks/B-1", null))
                        .get("version")
                        .asInt())
                .as("again is harmless")
                .isEqualTo(2);
        assertThat(list(ann, "OPEN")).hasSize(1);
        assertThat(list(ann, "ENDED").get(0).get("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void whoeverIsGivenItHasItAndWhoLeavesHasItNoMore() {
        jdbc.sql("update directory_member set number = 'E-7' where org_id = :org and principal_id = :id")
                .param("org", org.id())
                .param("id", bob.id())
                .update();
        ok(push("C-1", with(task("一", ann), "numbers", List.of("E-7"))));
        ok(push("C-2", task("二", bob)));
        assertThat(list(bob, "OPEN")).hasSize(2);
        long id = list(ann, "OPEN").get(0).get("id").asLong();
        ok(push("C-1", task("一, 只给鲍勃", bob)));
        assertThat(as(ann).get("/api/foreign-tasks/" + id).code()).isEqualTo("foreigntask.not_found");
        ok(push("C-1", task("一, 两人", ann, bob)));

        ok(as(admin).put("/api/members/" + bob.id() + "/state", Map.of("state", "LEFT")));
        Await.until(() -> ok(call(HttpMethod.GET, erp, "/task-changes", null))
                        .get("items")
                        .size()
                == 2);

        JsonNode changes = ok(call(HttpMethod.GET, erp, "/task-changes", null)).get("items");
        assertThat(changes.findValuesAsString("what")).containsExactly("LEFT", "LEFT");
        assertThat(ok(call(HttpMethod.GET, erp, "/tasks/C-1", null))
                        .get("state")
                        .asString())
                .isEqualTo("OPEN");
        JsonNode ended = ok(call(HttpMethod.GET, erp, "/tasks/C-2", null));
        assertThat(ended.get("how").asString()).isEqualTo("LEFT");
        assertThat(push("C-2", with(task("二", ann, bob), "reopen", 2)).code())
                .isEqualTo("foreigntask.unknown_assignee");
        ok(push("C-2", with(task("二", ann), "reopen", 2)));
        assertThat(list(ann, "OPEN")).hasSize(2);
    }

    @Test
    void aFewTasksAreACardEachAndManyAreOne() {
        ok(push("D-1", task("单独的", ann)));
        Await.until(() -> cards(ann) == 1);
        List<Map<String, Object>> items = IntStream.range(0, 100)
                .mapToObj(i -> Map.<String, Object>of(
                        "key", "D-many-" + i, "task", i == 0 ? task("第 0 项", ann, bob) : task("第 " + i + " 项", ann)))
                .toList();

        JsonNode pushed = ok(call(HttpMethod.POST, erp, "/tasks", Map.of("items", items)));

        assertThat(pushed.get("items")).hasSize(100);
        assertThat(pushed.get("items").get(99).get("key").asString()).isEqualTo("D-many-99");
        Await.until(() -> cards(ann) == 2 && cards(bob) == 1);
        JsonNode last =
                as(ann).get("/api/conversations").json().get("items").get(0).get("last");
        assertThat(last.get("body").toString()).contains("ERP", "101", "/approvals/tasks");
        ok(push("D-after", task("再来一项", ann, bob)));
        Await.until(() -> cards(bob) == 2);
        assertThat(cards(ann)).as("told in these ten minutes").isEqualTo(2);

        List<Long> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = ok(as(ann).get("/api/foreign-tasks?box=OPEN&limit=40&after=" + after));
            page.get("items").forEach(item -> seen.add(item.get("id").asLong()));
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).hasSize(102).doesNotHaveDuplicates();
    }

    private long cards(TestUser user) {
        long count = 0;
        for (JsonNode conversation : as(user).get("/api/conversations").json().get("items")) {
            if ("foreign-task".equals(conversation.path("peer").path("app").asString(""))) {
                count = conversation.get("seq").asLong();
            }
        }
        return count;
    }
}
