package org.qiao.reporttemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Templates as editors and writers see them; over HTTP. */
@QiaoTest
class ReportTemplateHttpTest {

    private static final String PATH = "/api/admin/report-templates";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org;
    private TestUser member;
    private TestBrowser admin;

    @BeforeEach
    void company() {
        org = given.org();
        member = org.user();
        admin = as(org.admin());
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private List<JsonNode> list() {
        return admin.get(PATH).json().get("items").valueStream().toList();
    }

    private List<String> writable(TestUser user) {
        return as(user).get("/api/report-templates")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    @Test
    void fiveTemplatesComeAndEachMayBePublished() {
        List<JsonNode> items = list();

        assertThat(items).hasSize(5);
        for (JsonNode item : items) {
            long id = item.get("id").asLong();
            JsonNode content = admin.get(PATH + "/" + id).json().get("content");
            TestBrowser.Reply check = admin.post(PATH + "/" + id + "/check", content);
            assertThat(check.json().get("errors")).as(check.text()).isEmpty();
        }
        assertThat(writable(member)).containsExactly("日报", "周报", "月报", "项目进展", "销售拜访");
    }

    @Test
    void theyComeInTheCompanysLanguageAndADeletedOneStaysAway() {
        jdbc.sql("update org set locale = 'en-GB' where id = :id")
                .param("id", org.id())
                .update();
        assertThat(writable(member)).contains("Daily report", "Sales visit");

        long id = list().getFirst().get("id").asLong();
        assertThat(admin.delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(writable(member)).hasSize(4);
        assertThat(admin.get(PATH + "/" + id).code()).isEqualTo("reporttemplate.not_found");
    }

    private Map<String, Object> content(long id, String part, Object value) {
        Map<String, Object> content = new HashMap<>();
        admin.get(PATH + "/" + id)
                .json()
                .get("content")
                .properties()
                .forEach(each -> content.put(each.getKey(), each.getValue()));
        content.put(part, value);
        return content;
    }

    @Test
    void publishingNamesTheVersionThatWasEditedAndKeepsTheOneBefore() {
        long id = list().getFirst().get("id").asLong();
        Map<String, Object> renamed = content(id, "name", "班组日报");

        assertThat(admin.put(PATH + "/" + id, Map.of("version", 1, "content", renamed))
                        .status())
                .isEqualTo(200);
        TestBrowser.Reply stale = admin.put(PATH + "/" + id, Map.of("version", 1, "content", renamed));
        assertThat(stale.code()).isEqualTo("reporttemplate.changed_meanwhile");
        JsonNode versions = admin.get(PATH + "/" + id + "/versions").json().get("items");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(1).get("publishedBy").isNull()).isTrue();
        assertThat(admin.get(PATH + "/" + id + "/versions/1")
                        .json()
                        .get("content")
                        .get("name")
                        .stringValue())
                .isEqualTo("日报");
    }

    @Test
    void whatIsUnsoundIsSaidAllAtOnce() {
        long id = list().getFirst().get("id").asLong();
        Map<String, Object> rules = new HashMap<>();
        rules.put("cycle", "NONE");
        rules.put("must", Map.of("everyone", false, "members", List.of(999999999L)));
        rules.put("late", true);
        rules.put("editMinutes", 0);
        rules.put(
                "recipients",
                Map.of(
                        "members", List.of(999999999L),
                        "levels", List.of(1),
                        "roles", List.of(999999999L),
                        "conversations", List.of(999999999L),
                        "choose", true));
        rules.put("before", List.of(30));
        rules.put("after", List.of());
        Map<String, Object> content = content(id, "rules", rules);
        content.put("form", Map.of("fields", List.of(Map.of("key", "n", "kind", "NOTE", "label", "", "text", "x"))));

        TestBrowser.Reply refused = admin.put(PATH + "/" + id, Map.of("version", 1, "content", content));

        assertThat(refused.code()).isEqualTo("reporttemplate.not_sound");
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("code").stringValue())
                        .toList())
                .contains(
                        "no_field",
                        "unknown_field",
                        "needs_cycle",
                        "needs_deadline",
                        "unknown_member",
                        "unknown_role",
                        "unknown_conversation",
                        "unknown_selection");
        content.put("rules", Map.of("cycle", "HOUR"));
        assertThat(admin.put(PATH + "/" + id, Map.of("version", 1, "content", content))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(PATH, Map.of("name", "\u200b", "icon", "x")).code())
                .isEqualTo("reporttemplate.bad_name");
    }

    @Test
    void managersEditTheirOwnAndNameNobody() {
        long id = list().getFirst().get("id").asLong();
        assertThat(as(member).get(PATH).code()).isEqualTo("reporttemplate.not_allowed");
        Map<String, Object> access = Map.of(
                "write", Map.of("everyone", false, "members", List.of(member.id())),
                "managers", List.of(member.id()),
                "dataManagers", List.of());
        assertThat(duties()).isEqualTo("[]");
        assertThat(admin.put(PATH + "/" + id + "/access", access).status()).isEqualTo(200);

        assertThat(duties()).contains("REPORT_TEMPLATES");
        assertThat(as(member).get(PATH).json().get("items").size()).isEqualTo(1);
        assertThat(as(member).post(PATH + "/" + id + "/stop", Map.of()).status())
                .isEqualTo(200);
        assertThat(as(member).delete(PATH + "/" + id).code()).isEqualTo("reporttemplate.not_allowed");
        Map<String, Object> more = new HashMap<>(access);
        more.put("dataManagers", List.of(member.id()));
        assertThat(as(member).put(PATH + "/" + id + "/access", more).code()).isEqualTo("reporttemplate.not_allowed");
        assertThat(writable(member)).hasSize(4);
        assertThat(as(member).get("/api/report-templates/" + id).code()).isEqualTo("reporttemplate.not_open");
        assertThat(as(member).post(PATH + "/" + id + "/restore", Map.of()).status())
                .isEqualTo(200);
        assertThat(as(org.user()).get("/api/report-templates/" + id).code()).isEqualTo("reporttemplate.not_found");
    }

    private String duties() {
        return as(member).get("/api/session").json().get("duties").toString();
    }
}
