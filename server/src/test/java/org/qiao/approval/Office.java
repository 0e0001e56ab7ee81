package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A company with a template of its own: one amount, one reason, a route of the test's choice. */
public final class Office {

    static final AtomicInteger KEYS = new AtomicInteger();
    private static final List<String> ACTIONS =
            List.of("REFUSE", "TRANSFER", "ADD_BEFORE", "ADD_AFTER", "ADD_PARALLEL", "RETURN", "TAKE_BACK");

    private final RestTestClient http;
    public final TestOrg org;
    public final TestUser admin;
    public final TestUser applicant;

    public Office(RestTestClient http, TestOrg org) {
        this.http = http;
        this.org = org;
        this.admin = org.admin();
        this.applicant = org.user("申请人");
    }

    public TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    public static Map<String, Object> approve(String id, TestUser... people) {
        return node("APPROVE", id, Map.of(), people);
    }

    public static Map<String, Object> node(String kind, String id, Map<String, String> fields, TestUser... people) {
        Map<String, Object> node = new HashMap<>();
        node.put("kind", kind);
        node.put("id", id);
        node.put("name", "节点 " + id);
        node.put("approvers", Map.of("kind", "MEMBERS", "ids", ids(people)));
        node.put("together", Map.of("rule", "ALL"));
        node.put("nobody", Map.of("then", "ADMIN", "members", List.of()));
        node.put("fields", fields);
        node.put("actions", ACTIONS);
        if (kind.equals("APPROVE")) {
            node.put("sameAsApplicant", "ASK");
            node.put("alreadyAgreed", "ASK");
        }
        return node;
    }

    public static Map<String, Object> told(String id, TestUser... people) {
        return Map.of(
                "kind",
                "CC",
                "id",
                id,
                "name",
                "抄送",
                "people",
                Map.of("kind", "MEMBERS", "ids", ids(people)),
                "fields",
                Map.of());
    }

    public static List<Long> ids(TestUser... people) {
        return java.util.Arrays.stream(people).map(TestUser::id).toList();
    }

    /** Published; answers the template's id. */
    public final long template(Object... nodes) {
        return templateWith(Map.of(), nodes);
    }

    public final long templateWith(Map<String, Object> settings, Object... nodes) {
        long id = ok(as(admin).post("/api/admin/approval-templates", Map.of("name", "经费", "icon", "general")))
                .get("id")
                .asLong();
        publish(id, settings, nodes);
        return id;
    }

    public final void publish(long id, Map<String, Object> settings, Object... nodes) {
        JsonNode draft = ok(as(admin).get("/api/admin/approval-templates/" + id + "/draft"));
        Map<String, Object> content = Map.of(
                "name",
                "经费",
                "icon",
                "general",
                "description",
                "",
                "form",
                Map.of("fields", List.of(amount(), reason())),
                "route",
                Map.of("nodes", List.of(nodes)),
                "settings",
                settings(settings));
        JsonNode saved = ok(as(admin)
                .put(
                        "/api/admin/approval-templates/" + id + "/draft",
                        Map.of("revision", draft.get("revision").asInt(), "content", content)));
        ok(as(admin)
                .post(
                        "/api/admin/approval-templates/" + id + "/publish",
                        Map.of("revision", saved.get("revision").asInt())));
    }

    private static Map<String, Object> amount() {
        return Map.of("key", "amount", "kind", "AMOUNT", "label", "金额", "required", true, "capitals", true);
    }

    private static Map<String, Object> reason() {
        return Map.of("key", "reason", "kind", "LONG_TEXT", "label", "事由", "required", true);
    }

    private static Map<String, Object> settings(Map<String, Object> some) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "mayRevoke",
                true,
                "mayUndo",
                true,
                "comments",
                "READERS",
                "numbering",
                Map.of("prefix", "T" + KEYS.incrementAndGet(), "period", "DAY", "digits", 4),
                "summary",
                List.of("amount")));
        all.putAll(some);
        return all;
    }

    public static Map<String, Object> values(String amount) {
        return Map.of("amount", amount, "reason", "买纸");
    }

    public TestBrowser.Reply submit(TestUser user, long template, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "key", "k" + KEYS.incrementAndGet(), "templateId", template, "version", 1, "values", values("100.00")));
        body.putAll(more);
        return as(user).post("/api/approvals", body);
    }

    /** The id of a new run. */
    public long submitted(long template) {
        return ok(submit(applicant, template, Map.of())).get("head").get("id").asLong();
    }

    public JsonNode get(TestUser user, String path) {
        return ok(as(user).get(path));
    }

    public JsonNode run(TestUser user, long id) {
        return get(user, "/api/approvals/" + id);
    }

    /** The number of the open task that the person has. */
    public int task(TestUser user, long id) {
        return run(user, id).get("mine").get("tasks").get(0).get("task").asInt();
    }

    public TestBrowser.Reply act(TestUser user, long id, String what, Object body) {
        return as(user).post("/api/approvals/" + id + "/" + what, body);
    }

    public TestBrowser.Reply decide(TestUser user, long id, String verdict, String reason) {
        Map<String, Object> body = Map.of("task", task(user, id), "verdict", verdict, "reason", reason);
        return act(user, id, "decisions", body);
    }

    public String state(long id) {
        return run(applicant, id).get("head").get("state").asString();
    }

    public static JsonNode ok(TestBrowser.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
        return reply.json();
    }
}
