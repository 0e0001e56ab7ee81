package org.qiao.approvaltemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

@QiaoTest
class TemplateHttpTest {

    private static final String PATH = TemplateDesk.PATH;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org;
    private TestUser member;
    private TemplateDesk desk;

    @BeforeEach
    void company() {
        org = given.org();
        member = org.user();
        desk = new TemplateDesk(as(org.admin()));
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private List<String> startable(TestUser user) {
        return as(user).get("/api/approval-templates")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    private static Map<String, Object> access(Map<String, Object> start, List<Long> managers, List<Long> data) {
        return Map.of("start", start, "managers", managers, "dataManagers", data);
    }

    @Test
    void twelveTemplatesAreThereAndPublishable() {
        List<JsonNode> items = desk.list();

        assertThat(items).hasSize(12);
        assertThat(startable(member)).hasSize(12).contains("请假", "报销", "离职");
        for (JsonNode item : items) {
            long id = item.get("id").asLong();
            JsonNode draft = desk.draft(id);
            TestBrowser.Reply check = desk.browser().post(PATH + "/" + id + "/check", draft.get("content"));
            assertThat(check.json().get("errors"))
                    .as(item.get("name").stringValue())
                    .isEmpty();
            assertThat(draft.get("editedBy").isNull()).isTrue();
            assertThat(item.get("changed").asBoolean()).isFalse();
        }
        assertThat(as(member)
                        .get("/api/approval-templates")
                        .json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("group").stringValue())
                        .distinct()
                        .toList())
                .containsExactly("假勤", "财务", "行政", "人事");
    }

    @Test
    void theyComeOnceAndInTheCompanysLanguage() {
        jdbc.sql("update org set locale = 'en-GB' where id = :id")
                .param("id", org.id())
                .update();

        assertThat(startable(member)).hasSize(12).contains("Leave", "Expense claim");
        assertThat(desk.list()).hasSize(12);
        long id = desk.list().getFirst().get("id").asLong();
        assertThat(desk.browser().delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(desk.list()).hasSize(11);
        assertThat(startable(member)).hasSize(11);
    }

    @Test
    void aFormBeginsWithItsDefaultsAndItsVersion() {
        long id = desk.published("Trip");
        JsonNode form = as(member).get("/api/approval-templates/" + id).json();

        assertThat(form.get("version").asInt()).isEqualTo(1);
        assertThat(form.get("form").get("fields").get(0).get("key").stringValue())
                .isEqualTo("what");
        assertThat(form.get("initial").isEmpty()).isTrue();
    }

    @Test
    void aTemplateIsDrawnCheckedAndPublished() {
        long id = desk.create("  名片  申请 ");
        JsonNode created = desk.browser().get(PATH + "/" + id).json();
        assertThat(created.get("name").stringValue()).isEqualTo("名片 申请");
        assertThat(created.get("version").isNull()).isTrue();
        assertThat(as(member).get("/api/approval-templates/" + id).code()).isEqualTo("approvaltemplate.not_open");
        TestBrowser.Reply empty = desk.publish(id);
        assertThat(empty.code()).isEqualTo("approvaltemplate.not_sound");
        assertThat(TemplateDesk.errors(empty.json().get("errors"))).containsExactly("FORM  no_fields");

        Map<String, Object> content = desk.content(
                id,
                "form",
                TemplateDesk.json("{'fields':[{'key':'n','kind':'NUMBER','label':'Number','required':true}]}"));
        assertThat(desk.save(id, content).status()).isEqualTo(200);
        JsonNode published = desk.publish(id).json();

        assertThat(published.get("version").asInt()).isEqualTo(1);
        assertThat(published.get("changed").asBoolean()).isFalse();
        assertThat(startable(member)).contains("名片 申请");
    }

    @Test
    void whatRunsKeepsItsVersion() {
        long id = desk.published("Old");
        desk.save(id, desk.content(id, "name", "New"));

        assertThat(startable(member)).contains("Old").doesNotContain("New");
        desk.publish(id);

        assertThat(startable(member)).contains("New").doesNotContain("Old");
        JsonNode versions =
                desk.browser().get(PATH + "/" + id + "/versions").json().get("items");
        assertThat(versions.valueStream()
                        .map(each -> each.get("number").asInt())
                        .toList())
                .containsExactly(2, 1);
        assertThat(desk.browser()
                        .get(PATH + "/" + id + "/versions/1")
                        .json()
                        .get("content")
                        .get("name")
                        .stringValue())
                .isEqualTo("Old");
        assertThat(desk.browser().get(PATH + "/" + id + "/versions/9").status()).isEqualTo(404);
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        long id = desk.create("Both");
        Map<String, Object> content = desk.content(id, "description", "first");
        int revision = desk.draft(id).get("revision").asInt();
        assertThat(desk.save(id, content).status()).isEqualTo(200);

        TestBrowser.Reply late =
                as(org.owner()).put(PATH + "/" + id + "/draft", Map.of("revision", revision, "content", content));
        TestBrowser.Reply publish = desk.browser().post(PATH + "/" + id + "/publish", Map.of("revision", revision));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("approvaltemplate.draft_changed");
        assertThat(late.json().get("params").get("by").stringValue()).isEqualTo("管理员");
        assertThat(publish.code()).isEqualTo("approvaltemplate.draft_changed");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        long id = desk.create("Wrong");
        long foreign = given.org().user().id();
        Map<String, Object> content = desk.content(
                id,
                "form",
                TemplateDesk.json("{'fields':[{'key':'a','kind':'FORMULA','label':'A','expression':'b'},"
                        + "{'key':'c','kind':'CHOICE','label':'C','options':[{'id':'x','label':'X'}]}]}"));
        content.put(
                "route",
                TemplateDesk.json(
                        "{'nodes':[{'kind':'APPROVE','id':'n1','approvers':{'kind':'MEMBERS','ids':[" + foreign + "]}},"
                                + "{'kind':'APPROVE','id':'n2','approvers':{'kind':'ROLE','id':99999999,'nearest':false}},"
                                + "{'kind':'APPROVE','id':'n3','approvers':{'kind':'FIELD','key':'nowhere'}},"
                                + "{'kind':'BRANCH','id':'b','ways':[{'id':'w1','when':{'any':[{'all':[{'subject':'c','op':'IS','values':['z']}]}]},"
                                + "'nodes':[]},{'id':'w2','nodes':[]}]}]}"));
        content.put(
                "settings",
                TemplateDesk.json(
                        "{'mayRevoke':true,'mayUndo':true,'comments':'READERS','numbering':{'prefix':'QJ','period':'DAY','digits':4},"
                                + "'summary':['gone'],'administratorId':" + foreign + "}"));
        desk.list();

        TestBrowser.Reply check = desk.browser().post(PATH + "/" + id + "/check", content);

        assertThat(TemplateDesk.errors(check.json().get("errors")))
                .containsExactlyInAnyOrder(
                        "FORM a unknown_field",
                        "ROUTE n1 unknown_member",
                        "ROUTE n2 unknown_role",
                        "ROUTE n3 unknown_field",
                        "ROUTE w1 bad_condition",
                        "SETTINGS summary unknown_field",
                        "SETTINGS administratorId unknown_member",
                        "SETTINGS numbering.prefix prefix_taken");
        desk.save(id, content);
        assertThat(desk.publish(id).json().get("errors")).hasSize(8);
    }

    @Test
    void unfinishedRoutesAndFormsMayBeSavedAndAreNamed() {
        long id = desk.create("Unfinished");
        Map<String, Object> content =
                desk.content(id, "form", TemplateDesk.json("{'fields':[{'key':'a','kind':'MAGIC','label':'A'}]}"));
        content.put(
                "route",
                TemplateDesk.json(
                        "{'nodes':[{'kind':'BRANCH','id':'b','ways':[{'id':'w','nodes':[{'kind':'APPROVE','id':'deep',"
                                + "'approvers':{'kind':'SUPERIOR','level':99,'orHigher':true}}]},{'id':'v','nodes':[]}]}]}"));

        assertThat(desk.save(id, content).status()).isEqualTo(200);
        assertThat(TemplateDesk.errors(desk.publish(id).json().get("errors")))
                .containsExactly("FORM a unreadable", "ROUTE deep max");

        content.put("route", TemplateDesk.json("{'nodes':[{'kind':'WIZARD','id':'n'}]}"));
        assertThat(desk.save(id, content).status()).isEqualTo(200);
        assertThat(TemplateDesk.errors(desk.publish(id).json().get("errors")))
                .containsExactly("FORM a unreadable", "ROUTE n unreadable");
    }

    @Test
    void largeDraftsAreKept() {
        long id = desk.create("Large");
        String text = "字".repeat(100_000); // more than other requests may have

        assertThat(desk.save(id, desk.content(id, "route", Map.of("nodes", List.of(), "x", text)))
                        .status())
                .isEqualTo(200);
        assertThat(desk.save(id, desk.content(id, "route", Map.of("x", "a".repeat(2_100_000))))
                        .code())
                .isEqualTo("platform.too_large");
    }

    @Test
    void draftsThatAreNoneAreRefused() {
        long id = desk.create("Bad");

        assertThat(desk.save(id, desk.content(id, "form", List.of())).code()).isEqualTo("approvaltemplate.bad_draft");
        assertThat(desk.save(id, desk.content(id, "form", Map.of("x", "a\u0000")))
                        .code())
                .isEqualTo("approvaltemplate.bad_draft");
        assertThat(desk.save(id, desk.content(id, "route", Map.of("x", "a".repeat(600_000))))
                        .code())
                .isEqualTo("approvaltemplate.bad_draft");
        assertThat(desk.save(id, desk.content(id, "icon", "<svg>")).code()).isEqualTo("approvaltemplate.bad_icon");
        assertThat(desk.save(id, desk.content(id, "name", "\u200b")).code()).isEqualTo("approvaltemplate.bad_name");
        assertThat(desk.save(id, desk.content(id, "settings", Map.of())).status())
                .isEqualTo(400);
    }

    @Test
    void onlyThoseInTheRangeMayStart() {
        long id = desk.published("Few");
        TestUser other = org.user("李四");
        long role = jdbc.sql(
                        "insert into directory_role (org_id, group_name, name, created_at) values (:org, '', 'r', now()) returning id")
                .param("org", org.id())
                .query(Long.class)
                .single();

        Map<String, Object> range = Map.of("everyone", false, "members", List.of(member.id()), "roles", List.of(role));
        assertThat(desk.browser()
                        .put(PATH + "/" + id + "/access", access(range, List.of(), List.of()))
                        .status())
                .isEqualTo(200);

        assertThat(startable(member)).contains("Few");
        assertThat(startable(other)).doesNotContain("Few");
        assertThat(as(other).get("/api/approval-templates/" + id).status()).isEqualTo(404);
        jdbc.sql("insert into directory_role_member (org_id, role_id, principal_id) values (:org, :role, :id)")
                .param("org", org.id())
                .param("role", role)
                .param("id", other.id())
                .update();
        assertThat(startable(other)).contains("Few");
        Map<String, Object> all = Map.of(
                "everyone",
                true,
                "except",
                Map.of("departments", List.of(), "roles", List.of(), "members", List.of(member.id())));
        desk.browser().put(PATH + "/" + id + "/access", access(all, List.of(), List.of()));
        assertThat(startable(member)).doesNotContain("Few");
    }

    @Test
    void foreignPeopleAreNobodyInRanges() {
        long id = desk.create("Range");
        TestOrg other = given.org();
        for (Map<String, Object> range : List.<Map<String, Object>>of(
                Map.of("everyone", false, "members", List.of(other.user().id())),
                Map.of("everyone", false, "departments", List.of(other.rootDepartmentId())),
                Map.of("everyone", false, "roles", List.of(99_999_999L)))) {
            assertThat(desk.browser()
                            .put(PATH + "/" + id + "/access", access(range, List.of(), List.of()))
                            .code())
                    .isEqualTo("approvaltemplate.unknown_selection");
        }
        assertThat(desk.browser()
                        .put(
                                PATH + "/" + id + "/access",
                                access(
                                        Map.of("everyone", true),
                                        List.of(other.user().id()),
                                        List.of()))
                        .code())
                .isEqualTo("approvaltemplate.unknown_selection");
    }

    @Test
    void managersEditTheirOwnAndNothingElse() {
        long own = desk.published("Own");
        long other = desk.published("Other");
        Map<String, Object> everyone = Map.of("everyone", true);
        desk.browser().put(PATH + "/" + own + "/access", access(everyone, List.of(member.id()), List.of()));
        TemplateDesk manager = new TemplateDesk(as(member));

        assertThat(manager.list()).extracting(item -> item.get("id").asLong()).containsExactly(own);
        assertThat(manager.save(own, manager.content(own, "description", "mine"))
                        .status())
                .isEqualTo(200);
        assertThat(manager.publish(own).status()).isEqualTo(200);
        assertThat(manager.browser().post(PATH + "/" + own + "/stop", Map.of()).status())
                .isEqualTo(200);
        assertThat(manager.browser().get(PATH + "/" + other + "/draft").code())
                .isEqualTo("approvaltemplate.not_allowed");
        assertThat(manager.browser().delete(PATH + "/" + own).code()).isEqualTo("approvaltemplate.not_allowed");
        assertThat(manager.browser()
                        .put(PATH + "/" + own + "/access", access(everyone, List.of(member.id()), List.of(member.id())))
                        .code())
                .isEqualTo("approvaltemplate.not_allowed");
        assertThat(manager.browser()
                        .post(PATH, Map.of("name", "x", "icon", "form"))
                        .code())
                .isEqualTo("approvaltemplate.not_allowed");
        assertThat(manager.browser().get("/api/admin/approval-template-groups").status())
                .isEqualTo(200);
        assertThat(as(org.user()).get(PATH).code()).isEqualTo("approvaltemplate.not_allowed");
    }

    @Test
    void stoppedIsNotStartedAndComesBack() {
        long id = desk.published("Sometimes");
        assertThat(desk.browser()
                        .post(PATH + "/" + id + "/stop", Map.of())
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("STOPPED");

        assertThat(startable(member)).doesNotContain("Sometimes");
        assertThat(as(member).get("/api/approval-templates/" + id).code()).isEqualTo("approvaltemplate.not_open");
        desk.browser().post(PATH + "/" + id + "/restore", Map.of());
        assertThat(startable(member)).contains("Sometimes");
        desk.browser().delete(PATH + "/" + id);
        assertThat(as(member).get("/api/approval-templates/" + id).status()).isEqualTo(404);
        assertThat(desk.browser().get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(desk.browser().post(PATH + "/" + id + "/restore", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void copiesBeginWithWhatTheOtherHas() {
        long id = desk.list().getFirst().get("id").asLong();

        TestBrowser.Reply copy = desk.browser().post(PATH, Map.of("name", "请假二", "icon", "leave", "copyOf", id));

        assertThat(copy.status()).isEqualTo(201);
        long copied = copy.json().get("id").asLong();
        JsonNode content = desk.draft(copied).get("content");
        assertThat(content.get("form")).isEqualTo(desk.draft(id).get("content").get("form"));
        assertThat(content.get("settings").get("numbering").get("prefix").stringValue())
                .isEqualTo("F" + copied);
        assertThat(desk.publish(copied).status()).isEqualTo(200);
        assertThat(desk.browser()
                        .post(PATH, Map.of("name", "x", "icon", "form", "copyOf", 99_999_999))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void groupsAndOrderAreArranged() {
        List<JsonNode> before = desk.list();
        JsonNode group = desk.browser()
                .post("/api/admin/approval-template-groups", Map.of("name", "  常用 "))
                .json();
        long id = group.get("id").asLong();
        long last = before.getLast().get("id").asLong();
        Map<String, Object> mine = Map.of("groupId", id, "templates", List.of(last));
        Map<String, Object> rest = new HashMap<>();
        rest.put("groupId", null);
        rest.put("templates", List.of(before.getFirst().get("id").asLong()));

        assertThat(group.get("name").stringValue()).isEqualTo("常用");
        assertThat(desk.browser()
                        .put(PATH + "/order", Map.of("sections", List.of(mine, rest)))
                        .status())
                .isEqualTo(204);

        assertThat(startable(member))
                .first()
                .isEqualTo(before.getLast().get("name").stringValue());
        assertThat(startable(member))
                .last()
                .isEqualTo(before.getFirst().get("name").stringValue());
        assertThat(desk.browser()
                        .delete("/api/admin/approval-template-groups/" + id)
                        .code())
                .isEqualTo("approvaltemplate.group_not_empty");
        desk.browser().delete(PATH + "/" + last);
        assertThat(desk.browser()
                        .delete("/api/admin/approval-template-groups/" + id)
                        .status())
                .isEqualTo(204);
        assertThat(desk.browser()
                        .post("/api/admin/approval-template-groups", Map.of("name", "财务"))
                        .code())
                .isEqualTo("approvaltemplate.name_taken");
        assertThat(desk.browser()
                        .post(PATH, Map.of("name", "x", "icon", "form", "groupId", 99_999_999))
                        .code())
                .isEqualTo("approvaltemplate.unknown_group");
    }

    @Test
    void listsHavePages() {
        List<String> names = new ArrayList<>();
        String after = "";
        TestBrowser browser = as(member);
        for (int i = 0; i < 4; i++) {
            JsonNode page = browser.get("/api/approval-templates?limit=5&after=" + after)
                    .json();
            page.get("items").forEach(item -> names.add(item.get("name").stringValue()));
            if (page.get("next").isNull()) {
                break;
            }
            after = page.get("next").stringValue();
        }

        assertThat(names).hasSize(12).doesNotHaveDuplicates();
        JsonNode first = desk.browser().get(PATH + "?limit=7").json();
        JsonNode second = desk.browser()
                .get(PATH + "?limit=7&after=" + first.get("next").stringValue())
                .json();
        assertThat(first.get("items")).hasSize(7);
        assertThat(second.get("items")).hasSize(5);
    }

    @Test
    void theSessionTellsManagersThatTheyManage() {
        long id = desk.published("Own");
        assertThat(duties(member)).isEmpty();

        desk.browser()
                .put(PATH + "/" + id + "/access", access(Map.of("everyone", true), List.of(member.id()), List.of()));
        assertThat(duties(member)).containsExactly("APPROVAL_TEMPLATES");

        desk.browser().delete(PATH + "/" + id);
        assertThat(duties(member)).isEmpty();
    }

    private List<String> duties(TestUser user) {
        return as(user).get("/api/session")
                .json()
                .get("duties")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
