package org.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.RelationEnd;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Telling and erasing a customer, over HTTP, with everything that the modules keep about him. */
@QiaoTest
class PrivacyHttpTest {

    /** In every text about the customer: where it is found after the erasure, something was forgotten to be forgotten. */
    static final String MARK = "Mark7q4z";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Stumble stumble;

    private TestOrg org;
    private TestUser admin;
    private TestUser ann;
    private TestUser guest;
    private CustomerRelation relation;
    private long thread;
    private PersonPlaces places;

    @BeforeEach
    void aCustomerOfAnn() {
        org = given.org();
        admin = org.admin();
        ann = org.user("安");
        guest = customer(org);
        relation = serve(guest, ann);
        thread = Objects.requireNonNull(relation.conversationId());
        places = new PersonPlaces(http, jdbc, new PersonPlaces.Cast(org, ann, guest, thread));
    }

    private TestUser customer(TestOrg company) {
        return crm.guest(company, MARK);
    }

    private CustomerRelation serve(TestUser customer, TestUser member) {
        return crm.serve(customer, member);
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private void prove(TestUser customer, String email) {
        crm.transactions()
                .executeWithoutResult(status -> crm.customers()
                        .prove(
                                customer.orgId(),
                                customer.id(),
                                CustomerKey.email(email).orElseThrow()));
    }

    private void settle(int erasureDays) {
        assertThat(as(admin)
                        .put(
                                "/api/admin/privacy/settings",
                                Map.of(
                                        "erasureDays",
                                        erasureDays,
                                        "exportDays",
                                        1,
                                        "retentionMonths",
                                        0,
                                        "deviceMonths",
                                        0))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> text(String key, String text) {
        return Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text));
    }

    private long upload(TestUser user, String path, String content) {
        return as(user).send(
                        HttpMethod.POST,
                        path + "?name=" + MARK + ".txt",
                        content,
                        headers -> headers.set("Content-Type", "application/octet-stream"))
                .json()
                .get("id")
                .asLong();
    }

    /** Says and writes down everything that can be. */
    private void fill() {
        String guestThread = "/api/visit/conversations/" + thread + "/messages";
        String staffThread = "/api/conversations/" + thread + "/messages";
        as(guest).post(guestThread, text("g1", "我的订单 " + MARK));
        as(ann).post(staffThread, text("a1", "您好 " + MARK));
        long his = upload(guest, "/api/visit/files", "his own " + MARK);
        as(guest).post(guestThread, Map.of("key", "g2", "kind", "FILE", "body", Map.of("file", Map.of("id", his))));
        long hers = upload(ann, "/api/files", "made for him " + MARK);
        as(ann).post(staffThread, Map.of("key", "a2", "kind", "FILE", "body", Map.of("file", Map.of("id", hers))));
        Map<String, Object> reply = new HashMap<>(text("a3", "关于您的订单 " + MARK));
        reply.put("body", Map.of("text", "关于您的订单 " + MARK, "replyTo", 2));
        as(ann).post(staffThread, reply);
        String customer = "/api/customers/" + guest.id();
        long noted = upload(ann, "/api/files", "noted " + MARK);
        as(ann).post(customer + "/notes", Map.of("text", "喜欢红色 " + MARK, "files", List.of(noted)));
        as(ann).post(
                        customer + "/tasks",
                        Map.of(
                                "text",
                                "回访 " + MARK,
                                "dueAt",
                                clock.instant().plus(Duration.ofDays(90)).toString(),
                                "assigneeId",
                                ann.id()));
        as(ann).put(
                        "/api/customer-relations/" + relation.id() + "/remark",
                        Map.of(
                                "text",
                                MARK,
                                "description",
                                "要发票 " + MARK,
                                "company",
                                MARK,
                                "phones",
                                List.of("13800001234")));
        prove(guest, MARK + "@example.com");
        places.fill();
        as(guest).post(guestThread, text("g9", "还在等 " + MARK));
    }

    private JsonNode entries(TestUser user) {
        return as(user).get("/api/conversations/" + thread + "/entries?after=0")
                .json()
                .path("items");
    }

    private JsonNode erasures(TestUser user) {
        return as(user).get("/api/admin/privacy/erasures").json().path("items");
    }

    /** Tables of the company in which the customer can still be read. */
    private List<String> traces() {
        return jdbc.sql("""
                        select distinct c.table_name
                        from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.column_name = 'org_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        """).query(String.class).list().stream()
                .filter(table -> jdbc.sql("select count(*) from " + table
                                        + " t where t.org_id = :org and lower(t::text) like :mark")
                                .param("org", org.id())
                                .param("mark", "%" + MARK.toLowerCase(Locale.ROOT) + "%")
                                .query(Integer.class)
                                .single()
                        > 0)
                .toList();
    }

    @Test
    void everythingIsErasedEverywhereAlsoWhenItStumblesAndTheLogKeepsItsNumbers() {
        settle(0);
        fill();
        int before = entries(ann).size();
        long head = entries(ann).get(before - 1).get("no").asLong();
        assertThat(traces())
                .contains("messaging_entry", "customer", "followup_note", "customer_key", "file_upload")
                .contains("customergroup_member", "groupguard_block", "customerguard_hit")
                .contains("customerimport_contact", "customerimport_row");
        places.expectFilled();
        places.tellThatHeWaits();
        stumble.arm(org.id());

        assertThat(as(guest).post("/api/visit/privacy/erasure", Map.of()).status())
                .isEqualTo(202);
        Await.until(() -> stumble.hasFallen(org.id()));
        assertThat(erasures(admin).get(0).get("state").stringValue()).isEqualTo("RUNNING");
        assertThat(as(guest).get("/api/visit/me").status()).isEqualTo(401);
        Await.until(() -> {
            clock.forward(Duration.ofSeconds(31));
            return erasures(admin).get(0).get("state").stringValue().equals("DONE");
        });

        JsonNode after = entries(ann);
        assertThat(after).hasSize(before + 1);
        for (int i = 0; i < before; i++) {
            JsonNode entry = after.get(i);
            assertThat(entry.get("seq").asLong()).isEqualTo(i + 1L);
            if (!entry.get("kind").stringValue().equals("SYSTEM")) {
                assertThat(entry.get("body").toString()).isEqualTo("{\"erased\":true}");
                assertThat(entry.get("quote").isNull()).isTrue();
            }
        }
        JsonNode last = after.get(before);
        assertThat(last.get("body").get("event").stringValue()).isEqualTo("ERASED");
        assertThat(last.get("no").asLong()).isEqualTo(head);
        assertThat(as(ann).get("/api/conversations/" + thread + "/files").json().path("items"))
                .isEmpty();
        assertThat(as(ann).post("/api/conversations/" + thread + "/messages", text("a9", "还在吗"))
                        .code())
                .isEqualTo("messaging.peer_unavailable");
        Await.until(() -> traces().isEmpty(), () -> "still in " + traces());
        places.expectNothingLeft();
        JsonNode customer = as(admin).get("/api/customers/" + guest.id()).json();
        assertThat(customer.path("customer").path("name").stringValue()).isEqualTo("已删除的客户");
        assertThat(customer.path("relations").get(0).path("open").asBoolean()).isFalse();
        assertThat(as(admin)
                        .post("/api/admin/privacy/erasures", Map.of("customerId", guest.id()))
                        .code())
                .isEqualTo("privacy.already_erased");
        assertThat(as(admin).get("/api/admin/privacy/audit").text()).contains("ERASED", "ERASURE_ASKED");
    }

    @Test
    void whoAsksForHisDataGetsAllOfItAndNobodyElseOpensIt() throws IOException {
        fill();
        TestOrg other = given.org();
        TestUser twin = customer(other);
        prove(twin, MARK + "@example.com"); // the same person with another company
        CustomerRelation there = serve(twin, other.user("丙"));
        as(twin).post("/api/visit/conversations/" + there.conversationId() + "/messages", text("t1", "别家公司的话"));

        JsonNode asked = as(guest).post("/api/visit/privacy/exports", Map.of()).json();
        long id = asked.path("exports").get(0).path("id").asLong();
        String path = "/api/visit/privacy/exports/" + id + "/ticket";
        Await.until(() -> as(guest)
                .get("/api/visit/privacy")
                .json()
                .path("exports")
                .get(0)
                .path("state")
                .stringValue()
                .equals("READY"));
        assertThat(as(twin).post(path, Map.of()).code()).isEqualTo("privacy.not_found");
        assertThat(as(admin)
                        .post("/api/admin/privacy/exports/" + id + "/ticket", Map.of())
                        .code())
                .isEqualTo("privacy.not_found");
        Map<String, String> content =
                unpack(as(guest).post(path, Map.of()).json().get("url").stringValue());

        assertThat(content).containsKeys("index.html", "data.json");
        assertThat(content.get("index.html"))
                .contains("我的订单 " + MARK, "喜欢红色 " + MARK, "要发票 " + MARK, "安")
                .doesNotContain("别家公司的话");
        assertThat(content.get("index.html"))
                .contains("读者群", "骚扰 " + MARK, "怎么泡茶", "可以转账 " + MARK, "对聊天存档的答复", "群聊黑名单");
        assertThat(content.get("data.json")).contains(MARK.toLowerCase(Locale.ROOT) + "@example.com", "回访 " + MARK);
        assertThat(content.values()).anyMatch(text -> text.equals("his own " + MARK));
        assertThat(content.values()).anyMatch(text -> text.equals("made for him " + MARK));
        assertThat(content.values()).anyMatch(text -> text.equals("noted " + MARK));

        JsonNode byAdmin = as(admin)
                .post("/api/admin/privacy/exports", Map.of("customerId", guest.id()))
                .json();
        assertThat(byAdmin.path("by").path("id").asLong()).isEqualTo(admin.id());
        assertThat(as(ann).post("/api/admin/privacy/exports", Map.of("customerId", guest.id()))
                        .status())
                .isEqualTo(403);
        jdbc.sql(
                        "update privacy_export set next_at = timestamptz '2020-01-01 00:00Z' where org_id = :org") // its days are over
                .param("org", org.id())
                .update();
        Await.until(() -> as(guest).post(path, Map.of()).code().equals("privacy.export_gone"));
        assertThat(as(admin).get("/api/admin/privacy/audit").text())
                .contains("EXPORT_ASKED", "EXPORT_READY", "EXPORT_OPENED", "EXPORT_REMOVED");
        places.expectGivenUp(id);
    }

    private Map<String, String> unpack(String url) throws IOException {
        byte[] bytes = Objects.requireNonNull(http.get()
                .uri(url)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        Map<String, String> content = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    @Test
    void anErasureWaitsCanBeCalledOffAndNeedsAProofFromWhoHasAnAddress() {
        settle(7);
        prove(guest, "he@example.com");
        clock.forward(Duration.ofMinutes(31));
        assertThat(as(guest)
                        .get("/api/visit/privacy")
                        .json()
                        .path("proofNeeded")
                        .asBoolean())
                .isTrue();
        assertThat(as(guest).post("/api/visit/privacy/erasure", Map.of()).code())
                .isEqualTo("privacy.proof_required");
        assertThat(as(guest).post("/api/visit/privacy/exports", Map.of()).code())
                .isEqualTo("privacy.proof_required");
        prove(guest, "he@example.com");
        as(guest).post("/api/visit/privacy/erasure", Map.of());
        as(guest).post("/api/visit/privacy/erasure", Map.of());
        assertThat(erasures(admin)).hasSize(1);
        assertThat(as(ann).get("/api/customers/" + guest.id() + "/privacy")
                        .json()
                        .path("erasure")
                        .path("state")
                        .stringValue())
                .isEqualTo("WAITING");

        assertThat(as(guest).delete("/api/visit/privacy/erasure").status()).isEqualTo(200);
        assertThat(as(guest).delete("/api/visit/privacy/erasure").status()).isEqualTo(404);
        long id = as(admin)
                .post("/api/admin/privacy/erasures", Map.of("customerId", guest.id()))
                .json()
                .path("id")
                .asLong();
        String cancel = "/api/admin/privacy/erasures/" + id + "/cancel";
        assertThat(as(ann).post(cancel, Map.of()).status()).isEqualTo(403);
        assertThat(as(given.org().admin()).post(cancel, Map.of()).status()).isEqualTo(404);
        assertThat(as(admin).post(cancel, Map.of()).status()).isEqualTo(204);
        assertThat(as(admin).post(cancel, Map.of()).code()).isEqualTo("privacy.erasure_not_waiting");
        assertThat(as(admin).post("/api/admin/privacy/erasures", Map.of()).status())
                .isEqualTo(400);
        assertThat(as(admin)
                        .put(
                                "/api/admin/privacy/settings",
                                Map.of("erasureDays", 31, "exportDays", 0, "retentionMonths", -1, "deviceMonths", 25))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoTakesHisConsentBackIsServedByNobody() {
        Reply answer = as(guest).post("/api/visit/privacy/withdrawal", Map.of());

        assertThat(answer.json().path("agreed").isNull()).isTrue();
        assertThat(answer.json().path("consents").get(0).path("given").asBoolean())
                .isFalse();
        assertThat(answer.json().path("consents").get(1).path("version").asInt())
                .isEqualTo(1);
        assertThat(crm.relations().find(org.id(), relation.id()).orElseThrow().isOpen())
                .isFalse();
        Await.until(() -> as(guest)
                .post("/api/visit/conversations/" + thread + "/messages", text("w" + System.nanoTime(), "在吗"))
                .code()
                .equals("messaging.peer_unavailable"));
        assertThat(as(admin).get("/api/admin/privacy/audit").text()).contains("CONSENT_WITHDRAWN");
    }

    @Test
    void whoWasSilentForTooLongIsErasedByItselfWhenTheCompanyWantsIt() {
        CustomerRelation old = crm.customer("老客户", ann);
        crm.transactions()
                .executeWithoutResult(status -> crm.relations().close(org.id(), old.id(), RelationEnd.EMPLOYEE, null));
        jdbc.sql("update customer set created_at = created_at - interval '14 months' where org_id = :org")
                .param("org", org.id())
                .update();
        jdbc.sql(
                        "update customer_relation set closed_at = closed_at - interval '13 months' where org_id = :org and id = :id")
                .param("org", org.id())
                .param("id", old.id())
                .update();
        jdbc.sql("update account_guest_session set last_seen_at = timestamptz '2020-01-01 00:00Z' where org_id = :org")
                .param("org", org.id())
                .update();
        String preview = "/api/admin/privacy/retention?deviceMonths=4&retentionMonths=";
        assertThat(as(admin).get(preview + 15).json().path("customers").asInt()).isZero();
        Await.until(
                () -> { // his thread is made, welcomed in and closed meanwhile
                    jdbc.sql("""
                            update messaging_head h set moved_at = timestamptz '2020-01-01 00:00Z'
                            from messaging_conversation c
                            where c.id = h.conversation_id and c.org_id = :org and c.customer_id = :customer
                            """)
                            .param("org", org.id())
                            .param("customer", old.customerId())
                            .update();
                    return as(admin).get(preview + 12).json().path("customers").asInt() == 1;
                });
        assertThat(as(admin).get(preview + 12).json().path("devices").asInt()).isEqualTo(1);
        assertThat(as(ann).get(preview + 12).status()).isEqualTo(403);

        as(admin)
                .put(
                        "/api/admin/privacy/settings",
                        Map.of("erasureDays", 7, "exportDays", 7, "retentionMonths", 12, "deviceMonths", 4));

        Await.until(() -> erasures(admin).size() == 1);
        Await.until(() -> erasures(admin).get(0).get("state").stringValue().equals("DONE"));
        assertThat(erasures(admin).get(0).get("origin").stringValue()).isEqualTo("RETENTION");
        assertThat(erasures(admin).get(0).get("customer").get("id").asLong()).isEqualTo(old.customerId());
        assertThat(as(guest).get("/api/visit/me").status()).isEqualTo(401);
        assertThat(as(admin).get("/api/customers/" + guest.id()).text()).contains(MARK);
    }

    @Test
    void theRegisterSaysWhatTheSettingsSayAndTakesLinesOfTheCompany() {
        String path = "/api/admin/privacy/register";
        JsonNode lines = as(admin).get(path).json();
        assertThat(lines.size()).isEqualTo(8);
        assertThat(lines.get(0).path("entry").path("retention").stringValue()).contains("客户要求删除");
        Map<String, Object> entry = Map.of(
                "activity",
                "门店监控",
                "people",
                "到店顾客",
                "data",
                "影像",
                "purpose",
                "安全",
                "basis",
                "法定义务",
                "recipients",
                "无",
                "retention",
                "30 天");
        long id = as(admin).post(path, entry).json().path("id").asLong();
        assertThat(as(admin)
                        .get(path)
                        .json()
                        .get(8)
                        .path("entry")
                        .path("activity")
                        .stringValue())
                .isEqualTo("门店监控");
        assertThat(as(given.org().admin()).put(path + "/" + id, entry).status()).isEqualTo(404);
        assertThat(as(admin).post(path, Map.of("activity", "")).status()).isEqualTo(400);
        assertThat(as(admin).get(path + ".xlsx").text()).startsWith("PK");
        assertThat(as(admin).delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(as(ann).get(path).status()).isEqualTo(403);
    }
}
