package org.qiao.approvalopen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Office.approve;
import static org.qiao.approval.Office.node;
import static org.qiao.approval.Office.ok;
import static org.qiao.approval.Office.values;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.approval.ApprovalMoved;
import org.qiao.approval.Office;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.PeerServer;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class OpenApprovalHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    Broadcast broadcast;

    private final PeerServer peer = new PeerServer();
    private Office office;
    private TestUser lead;

    @BeforeEach
    void company() {
        office = new Office(http, given.org());
        lead = office.org.user("组长");
    }

    @AfterEach
    void close() {
        jdbc.sql("update webhook_endpoint set enabled = false where org_id = :org")
                .param("org", office.org.id())
                .update();
        peer.close();
    }

    private void listen(boolean withValues, String... topics) {
        ok(office.as(office.admin)
                .post(
                        "/api/admin/webhooks",
                        Map.of(
                                "name",
                                "ERP",
                                "url",
                                peer.url(),
                                "topics",
                                List.of(topics),
                                "withValues",
                                withValues,
                                "intranet",
                                true,
                                "enabled",
                                true)));
    }

    private JsonNode makeKey(@Nullable TestUser member, String... scopes) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "k" + System.nanoTime(), "scopes", List.of(scopes)));
        if (member != null) {
            body.put("memberId", member.id());
        }
        return ok(office.as(office.admin).post("/api/admin/api-keys", body));
    }

    private String key(String... scopes) {
        return makeKey(null, scopes).get("token").asString();
    }

    /** A program's call in the name of somebody. */
    private TestBrowser.Reply call(
            HttpMethod method, String token, @Nullable TestUser member, String path, @Nullable Object body) {
        return new TestBrowser(http).send(method, "/api/open/approvals" + path, body, headers -> {
            headers.setBearerAuth(token);
            if (member != null) {
                headers.set("Qiao-Member", Long.toString(member.id()));
            }
        });
    }

    private TestBrowser.Reply start(String token, @Nullable TestUser member, long template, String key) {
        Map<String, Object> body = Map.of("key", key, "templateId", template, "values", values("100.00"));
        return call(HttpMethod.POST, token, member, "", body);
    }

    private Map<String, Object> hook(String name, @Nullable Integer minutes) {
        Map<String, Object> hook = new HashMap<>(Map.of("kind", "WEBHOOK", "id", "hook", "name", "记账", "hook", name));
        if (minutes != null) {
            hook.put("minutes", minutes);
        }
        return hook;
    }

    @Test
    void aProgramStartsAndDecidesWithTheRightsOfMembers() {
        long template = office.template(approve("lead", lead));
        String token = key("APPROVALS_START", "APPROVALS_READ", "APPROVALS_DECIDE");

        TestBrowser.Reply first = start(token, office.applicant, template, "PO-1");
        TestBrowser.Reply again = start(token, office.applicant, template, "PO-1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        long id = first.json().get("approval").get("id").asLong();
        assertThat(again.json().get("approval").get("id").asLong()).isEqualTo(id);
        assertThat(first.json().get("tasks").get(0).get("assignee").asLong()).isEqualTo(lead.id());

        Map<String, Object> agree = Map.of("task", 1, "verdict", "AGREE", "reason", "系统核对无误");
        assertThat(call(HttpMethod.POST, token, office.applicant, "/" + id + "/decisions", agree)
                        .code())
                .isEqualTo("flow.not_your_turn");
        JsonNode after = ok(call(HttpMethod.POST, token, lead, "/" + id + "/decisions", agree));

        assertThat(after.get("approval").get("state").asString()).isEqualTo("AGREED");
        assertThat(office.state(id)).isEqualTo("AGREED");
    }

    @Test
    void aDecisionBringsFilesASignatureAndChangedValuesAlong() {
        long id = office.submitted(
                office.template(node("APPROVE", "lead", Map.of("amount", "READ", "reason", "EDIT"), lead)));
        String token = key("APPROVALS_READ", "APPROVALS_DECIDE", "FILES_UPLOAD");
        assertThat(upload(key("APPROVALS_DECIDE"), lead, "x").code()).isEqualTo("apikey.missing_scope");
        long contract = ok(upload(token, lead, "contract")).get("id").asLong();
        long signature = ok(upload(token, lead, "signature")).get("id").asLong();
        long anothers = ok(upload(token, office.applicant, "not his")).get("id").asLong();
        Map<String, Object> agree = new HashMap<>(
                Map.of("task", 1, "verdict", "AGREE", "signature", signature, "files", List.of(contract)));

        agree.put("files", List.of(anothers));
        assertThat(call(HttpMethod.POST, token, lead, "/" + id + "/decisions", agree)
                        .code())
                .isEqualTo("file.not_found");
        agree.put("files", List.of(contract));
        agree.put("changes", Map.of("amount", "1.00", "reason", "买更多纸"));
        JsonNode values = ok(call(HttpMethod.POST, token, lead, "/" + id + "/decisions", agree))
                .get("values");

        assertThat(values.get("reason").asString()).isEqualTo("买更多纸");
        assertThat(values.get("amount").asString()).as("which he may only read").isEqualTo("100.00");
        assertThat(office.run(office.applicant, id).get("history").findValuesAsString("signature"))
                .contains(Long.toString(signature));
        assertThat(office.run(office.applicant, id).get("files").findValuesAsString("id"))
                .contains(Long.toString(contract));
    }

    private TestBrowser.Reply upload(String token, TestUser member, String content) {
        return new TestBrowser(http).send(HttpMethod.POST, "/api/open/files?name=x.txt", content, headers -> {
            headers.setBearerAuth(token);
            headers.set("Qiao-Member", Long.toString(member.id()));
            headers.setContentType(org.springframework.http.MediaType.APPLICATION_OCTET_STREAM);
        });
    }

    @Test
    void whatIsAskedForIsFoundByNumberAndKeyForThoseWhoMayReadIt() {
        String token = key("APPROVALS_START", "APPROVALS_READ");
        JsonNode run = ok(start(token, office.applicant, office.template(approve("lead", lead)), "PO-2"));
        String number = run.get("approval").get("number").asString();
        TestUser stranger = office.org.user("路人");

        assertThat(call(HttpMethod.GET, token, lead, "?number=" + number, null).json())
                .isEqualTo(run);
        assertThat(call(HttpMethod.GET, token, office.applicant, "?key=PO-2", null)
                        .json())
                .isEqualTo(run);
        assertThat(call(HttpMethod.GET, token, stranger, "?number=" + number, null)
                        .code())
                .isEqualTo("approval.not_found");
        assertThat(call(HttpMethod.GET, token, lead, "?key=PO-2", null).code()).isEqualTo("approval.not_found");
        assertThat(call(HttpMethod.GET, token, lead, "", null).code()).isEqualTo("approvalopen.bad_question");
    }

    @Test
    void aCursorFindsWhatMovedSince() {
        String token = key("APPROVALS_READ");
        long template = office.template(approve("lead", lead));
        long id = office.submitted(template);
        Await.until(() -> !changes(token, lead, 0).get("items").isEmpty());
        JsonNode first = changes(token, lead, 0);
        assertThat(first.get("items").get(0).get("approval").get("id").asLong()).isEqualTo(id);
        long cursor = first.get("cursor").asLong();
        assertThat(changes(token, lead, cursor).get("items").isEmpty()).isTrue();

        ok(office.decide(lead, id, "AGREE", ""));
        Await.until(() -> !changes(token, lead, cursor).get("items").isEmpty());

        assertThat(changes(token, lead, cursor)
                        .get("items")
                        .get(0)
                        .get("approval")
                        .get("state")
                        .asString())
                .isEqualTo("AGREED");
        assertThat(changes(token, office.org.user("路人"), 0).get("items").isEmpty())
                .isTrue();
    }

    private JsonNode changes(String token, TestUser member, long after) {
        return ok(call(HttpMethod.GET, token, member, "/changes?after=" + after, null));
    }

    @Test
    void aKeyOpensOnlyWhatItIsFor() {
        long template = office.template(approve("lead", lead));
        String reads = key("APPROVALS_READ");
        JsonNode bound = makeKey(lead, "APPROVALS_READ");
        String token = bound.get("token").asString();

        assertThat(start(reads, office.applicant, template, "x").code()).isEqualTo("apikey.missing_scope");
        assertThat(start("qk_unknown", office.applicant, template, "x").code()).isEqualTo("apikey.unknown_key");
        assertThat(start(office.admin.token(), office.applicant, template, "x").code())
                .as("a session is no key")
                .isEqualTo("apikey.unknown_key");
        assertThat(new TestBrowser(http)
                        .send(HttpMethod.GET, "/api/approvals/summary", null, headers -> headers.setBearerAuth(reads))
                        .status())
                .as("a key is no session")
                .isEqualTo(401);
        assertThat(call(HttpMethod.GET, reads, null, "/changes", null).code()).isEqualTo("apikey.member_required");
        assertThat(call(HttpMethod.GET, token, null, "/changes", null).status()).isEqualTo(200);
        assertThat(call(HttpMethod.GET, token, office.applicant, "/changes", null)
                        .code())
                .as("bound to somebody else")
                .isEqualTo("apikey.unknown_member");
        TestUser foreigner = given.org().user();
        assertThat(call(HttpMethod.GET, reads, foreigner, "/changes", null).code())
                .isEqualTo("apikey.unknown_member");
        ok(office.as(office.admin)
                .delete("/api/admin/api-keys/" + bound.get("apiKey").get("id").asLong()));
        assertThat(call(HttpMethod.GET, token, null, "/changes", null).code()).isEqualTo("apikey.unknown_key");
    }

    @Test
    void whatProgramsDidIsInTheBooksOfTheirKey() {
        JsonNode made = makeKey(null, "APPROVALS_START");
        long id = made.get("apiKey").get("id").asLong();
        ok(start(made.get("token").asString(), office.applicant, office.template(approve("lead", lead)), "PO-3"));

        JsonNode acts =
                office.get(office.admin, "/api/admin/api-keys/" + id + "/acts").get("items");
        assertThat(acts.findValuesAsString("what")).containsExactly("STARTED", "CREATED");
        assertThat(acts.get(0).get("person").get("id").asLong()).isEqualTo(office.applicant.id());
        assertThat(office.get(office.admin, "/api/admin/api-keys").get(0).has("lastUsedAt"))
                .isTrue();
        assertThat(office.as(lead).get("/api/admin/api-keys").code()).isEqualTo("apikey.not_allowed");
    }

    @Test
    void everyStepIsToldWithoutWhatAFormHides() {
        listen(true, "*");
        long id = office.submitted(office.template(node("APPROVE", "lead", Map.of("amount", "HIDDEN"), lead)));
        ok(office.decide(lead, id, "AGREE", ""));
        Await.until(() -> !peer.heard("approval.agreed").isEmpty());
        Await.until(() -> peer.heard().size() == 4);

        assertThat(peer.heard("approval.submitted")).hasSize(1);
        assertThat(peer.heard("approval.task_opened")
                        .getFirst()
                        .json()
                        .get("data")
                        .get("assignee")
                        .asLong())
                .isEqualTo(lead.id());
        assertThat(peer.heard("approval.task_closed")
                        .getFirst()
                        .json()
                        .get("data")
                        .get("how")
                        .asString())
                .isEqualTo("AGREED");
        JsonNode data = peer.heard("approval.agreed").getFirst().json().get("data");
        assertThat(data.get("approval").get("id").asLong()).isEqualTo(id);
        assertThat(data.get("values").has("amount")).isFalse();
        assertThat(data.get("values").get("reason").asString()).isEqualTo("买纸");
    }

    @Test
    void aNodeCallsAndGoesOnWithTheAnswer() {
        listen(false, "webhook.test");
        long id = office.submitted(office.template(hook("ERP", 60), approve("lead", lead)));
        String answerTo = answerTo();

        assertThat(answer(answerTo, Map.of()).status()).isEqualTo(400);
        assertThat(answer(answerTo + "x", Map.of("ok", true)).code()).isEqualTo("approvalopen.not_found");
        assertThat(answer(answerTo, Map.of("ok", true, "text", "凭证 123")).status())
                .isEqualTo(204);
        assertThat(answer(answerTo, Map.of("ok", true)).status())
                .as("the same again is harmless")
                .isEqualTo(204);
        assertThat(answer(answerTo, Map.of("ok", false)).code()).isEqualTo("approvalopen.too_late");

        assertThat(office.task(lead, id)).isEqualTo(1);
        assertThat(office.run(lead, id).get("history").toString()).contains("凭证 123");
    }

    @Test
    void aNoEndsItAndSilenceGoesOnAfterTheTime() {
        listen(false, "webhook.test");
        long template = office.template(hook("ERP", 60), approve("lead", lead));
        long refused = office.submitted(template);
        answer(answerTo(), Map.of("ok", false, "text", "预算不足"));
        assertThat(office.state(refused)).isEqualTo("REFUSED");

        peer.heard().clear();
        long silent = office.submitted(template);
        String late = answerTo();
        clock.forward(Duration.ofMinutes(61));
        Await.until(
                () -> !office.get(lead, "/api/approvals?box=TODO").get("items").isEmpty());
        assertThat(answer(late, Map.of("ok", false)).code()).isEqualTo("approvalopen.too_late");
        assertThat(office.state(silent)).isEqualTo("RUNNING");
    }

    @Test
    void whatIsToldTwiceIsCalledOnce() {
        listen(false, "*");
        long id = office.submitted(office.template(hook("ERP", 60), approve("lead", lead)));
        String answerTo = answerTo();
        int version =
                office.run(office.applicant, id).get("head").get("version").asInt();

        broadcast.on(new ApprovalMoved(office.org.id(), id, 0, 0, version));
        ok(answer(answerTo, Map.of("ok", true)));
        Await.until(() -> !peer.heard("approval.task_opened").isEmpty());

        assertThat(peer.heard("approval.called")).hasSize(1);
        assertThat(peer.heard("approval.submitted")).hasSize(1);
    }

    @Test
    void aRouteMayOnlyCallWhatIsThere() {
        long template = ok(office.as(office.admin)
                        .post("/api/admin/approval-templates", Map.of("name", "经费", "icon", "general")))
                .get("id")
                .asLong();

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> office.publish(template, Map.of(), hook("nobody", null), approve("lead", lead)))
                .hasMessageContaining("unknown_hook");
    }

    private String answerTo() {
        Await.until(() -> !peer.heard("approval.called").isEmpty());
        return peer.heard("approval.called")
                .getFirst()
                .json()
                .get("data")
                .get("answerTo")
                .asString();
    }

    private TestBrowser.Reply answer(String path, Map<String, Object> body) {
        assertThat(path).contains(HookCalls.PATH);
        return new TestBrowser(http).post(path.substring(path.indexOf(HookCalls.PATH)), body);
    }
}
