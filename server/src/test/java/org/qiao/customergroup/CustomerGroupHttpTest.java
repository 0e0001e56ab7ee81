package org.qiao.customergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomersMerged;
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

/** Groups of staff and customers, as both see them. */
@QiaoTest
class CustomerGroupHttpTest {

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    GroupMerges merges;

    @Autowired
    GroupClock groupClock;

    @Autowired
    GreetingStore greetings;

    @Autowired
    CustomerGroupStore groups;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private TestOrg org;
    private TestUser ann;
    private TestUser bob;
    private TestUser wang;
    private TestUser li;
    private long group;
    private long conversation;

    @BeforeEach
    void aGroup() {
        org = given.org();
        ann = org.user("安娜");
        bob = org.user("鲍勃");
        wang = scene.customer("王女士", ann);
        li = scene.customer("李先生", bob);
        JsonNode opened = scene.open(ann, "读者群", List.of(bob), List.of(wang));
        group = opened.path("id").asLong();
        conversation = opened.path("conversationId").asLong();
    }

    private String path(String more) {
        return "/api/customer-groups/" + group + more;
    }

    private Map<String, Object> rules(int version, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("nameLocked", true, "mutedAll", false, "replies", List.of(), "version", version));
        body.putAll(more);
        return body;
    }

    private int version() {
        return scene.get(ann, path("")).path("version").asInt();
    }

    @Test
    void itsPeopleSeeItAndNobodyElse() {
        JsonNode view = scene.get(bob, path(""));
        assertThat(view.path("title").asString()).isEqualTo("读者群");
        assertThat(view.path("role").asString()).isEqualTo("MEMBER");
        assertThat(view.path("members").asInt()).isEqualTo(3);
        assertThat(view.path("customers").asInt()).isEqualTo(1);
        assertThat(view.path("mayManage").asBoolean()).isFalse();
        assertThat(scene.get(bob, "/api/customer-groups/of-conversation/" + conversation)
                        .path("id")
                        .asLong())
                .isEqualTo(group);
        assertThat(scene.get(bob, "/api/customer-groups?q=读者").path("items")).hasSize(1);
        assertThat(scene.get(bob, "/api/customer-groups?q=作者").path("items")).isEmpty();
        JsonNode people = scene.get(bob, path("/members")).path("items");
        assertThat(people).hasSize(3);
        assertThat(people.get(0).path("role").asString()).isEqualTo("OWNER");
        assertThat(people.get(2).path("servedBy").get(0).path("name").asString())
                .isEqualTo("安娜");
        assertThat(people.get(2).path("via").asString()).isEqualTo("FIRST");

        TestUser other = org.user("路人");
        assertThat(scene.browser(other).get(path("")).code()).isEqualTo("customergroup.not_found");
        assertThat(scene.browser(given.org().admin()).get(path("")).code()).isEqualTo("customergroup.not_found");
        assertThat(scene.browser(other).get("/api/customer-groups?scope=ALL").code())
                .isEqualTo("customergroup.not_allowed");
        TestUser admin = org.admin();
        assertThat(scene.get(admin, path("")).path("role").asString()).isEqualTo("OVERSEER");
        assertThat(scene.get(admin, "/api/customer-groups?scope=ALL").path("items"))
                .hasSize(1);
        assertThat(scene.get(admin, "/api/customer-groups?scope=MINE").path("items"))
                .isEmpty();
    }

    @Test
    void openingChecksWhoIsBroughtInAndARepeatOpensNothing() {
        Map<String, Object> body =
                new HashMap<>(Map.of("title", "群", "staffIds", List.of(), "customerIds", List.of(li.id()), "key", "k"));
        assertThat(scene.browser(ann).post("/api/customer-groups", body).code())
                .isEqualTo("customergroup.not_your_customer");
        body.put("customerIds", List.of(wang.id()));
        body.put("staffIds", List.of(given.org().user().id()));
        assertThat(scene.browser(ann).post("/api/customer-groups", body).code())
                .isEqualTo("customergroup.unknown_people");
        body.put("staffIds", List.of());
        body.put("title", " \u200b ");
        assertThat(scene.browser(ann).post("/api/customer-groups", body).code()).isEqualTo("customergroup.bad_title");
        body.put("title", "群");
        Reply first = scene.browser(ann).post("/api/customer-groups", body);
        Reply again = scene.browser(ann).post("/api/customer-groups", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    }

    @Test
    void whatWasHalfMadeIsTakenUp() {
        long half = jdbc.sql("""
                insert into customergroup (org_id, owner_id, opened_by, open_key, first_staff, first_customers, title, created_at)
                values (:org, :ann, :ann, 'half', array[:bob::bigint], array[:wang::bigint], '半个', now() - interval '1 hour')
                returning id
                """)
                .param("org", org.id())
                .param("ann", ann.id())
                .param("bob", bob.id())
                .param("wang", wang.id())
                .query(Long.class)
                .single();
        groupClock.tidy(); // by itself every 20 s, which is longer than a test waits
        Await.until(() -> !scene.get(ann, "/api/customer-groups/" + half)
                .path("conversationId")
                .isNull());
        assertThat(scene.names(ann, "/api/customer-groups/" + half + "/members"))
                .containsExactlyInAnyOrder("安娜", "鲍勃", "王女士");
    }

    @Test
    void titleNoticeOwnerAndEndAreForWhoMayDecideThem() {
        assertThat(scene.browser(bob).put(path("/title"), Map.of("title", "新名")).code())
                .isEqualTo("customergroup.name_locked");
        assertThat(scene.browser(bob)
                        .put(path("/notice"), Map.of("text", "x", "announce", false))
                        .code())
                .isEqualTo("customergroup.not_allowed");
        Reply unlocked = scene.browser(ann).put(path("/settings"), rules(version(), Map.of("nameLocked", false)));
        assertThat(unlocked.status()).isEqualTo(200);
        assertThat(scene.browser(bob)
                        .put(path("/title"), Map.of("title", "新名"))
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("新名");
        assertThat(scene.browser(ann).put(path("/settings"), rules(1, Map.of())).code())
                .isEqualTo("customergroup.changed_meanwhile");
        scene.browser(ann).put(path("/notice"), Map.of("text", "周五开会", "announce", true));
        Await.until(() -> scene.texts(bob, conversation).contains("周五开会"));
        assertThat(scene.get(wang, "/api/visit/groups/" + group).path("notice").asString())
                .isEqualTo("周五开会");

        assertThat(scene.browser(ann)
                        .put(path("/members/" + bob.id() + "/role"), Map.of("role", "ADMIN"))
                        .status())
                .isEqualTo(204);
        assertThat(scene.browser(bob).delete(path("")).code()).isEqualTo("customergroup.not_allowed");
        assertThat(scene.browser(bob)
                        .put(path("/owner"), Map.of("memberId", bob.id()))
                        .code())
                .isEqualTo("customergroup.not_allowed");
        TestUser next = org.user("下一位");
        JsonNode given = scene.browser(org.admin())
                .put(path("/owner"), Map.of("memberId", next.id()))
                .json();
        assertThat(given.path("owner").path("name").asString()).isEqualTo("下一位");
        assertThat(scene.browser(ann).delete(path("")).code()).isEqualTo("customergroup.not_allowed");
        assertThat(scene.browser(next).delete(path("")).status()).isEqualTo(204);
        assertThat(scene.browser(ann).get(path("")).code()).isEqualTo("customergroup.not_found");
        assertThat(scene.get(wang, "/api/visit/groups").path("items")).isEmpty();
    }

    @Test
    void peopleComeAndGo() {
        assertThat(scene.browser(bob)
                        .post(path("/members"), Map.of("customerIds", List.of(li.id())))
                        .status())
                .isEqualTo(204);
        JsonNode last =
                scene.get(ann, path("/members?kind=CUSTOMER")).path("items").get(1);
        assertThat(last.path("name").asString()).isEqualTo("李先生");
        assertThat(last.path("invitedBy").path("name").asString()).isEqualTo("鲍勃");
        String next = scene.get(ann, path("/members?limit=2")).path("next").asString();
        assertThat(scene.names(ann, path("/members?limit=3&after=" + next))).containsExactly("王女士", "李先生");
        assertThat(scene.names(ann, path("/members?limit=3&after=2_1")))
                .as("whoever ended the last page has left")
                .containsExactly("王女士", "李先生");
        scene.settings(org.admin(), 4);
        TestUser third = scene.customer("赵", ann);
        assertThat(scene.browser(ann)
                        .post(path("/members"), Map.of("customerIds", List.of(third.id())))
                        .code())
                .isEqualTo("customergroup.full");
        assertThat(scene.browser(ann)
                        .post(
                                "/api/conversations/" + conversation + "/members",
                                Map.of("memberIds", List.of(org.user("多").id())))
                        .code())
                .isEqualTo("messaging.group_full");

        assertThat(scene.browser(bob).delete(path("/members/" + wang.id())).code())
                .isEqualTo("customergroup.not_allowed");
        assertThat(scene.browser(ann).delete(path("/members/" + wang.id())).status())
                .isEqualTo(204);
        assertThat(scene.browser(li)
                        .delete("/api/visit/groups/" + group + "/me")
                        .status())
                .isEqualTo(204);
        assertThat(scene.get(ann, path("")).path("customers").asInt()).isZero();
        assertThat(scene.browser(ann).delete(path("/members/" + ann.id())).status())
                .isEqualTo(204);
        assertThat(scene.get(bob, path("")).path("role").asString()).isEqualTo("OWNER");
        assertThat(scene.browser(bob).delete(path("/members/" + bob.id())).code())
                .isEqualTo("customergroup.last_of_staff");
    }

    @Test
    void customersSeeNamesAndNothingMoreOfEachOther() {
        scene.browser(bob).post(path("/members"), Map.of("customerIds", List.of(li.id())));
        String mine = "/api/visit/groups/" + group;

        JsonNode people = scene.get(wang, mine + "/people").path("items");
        assertThat(people).hasSize(4);
        TestUser gone = org.user("丁");
        scene.browser(bob).post(path("/members"), Map.of("staffIds", List.of(gone.id())));
        JsonNode page = scene.get(wang, mine + "/people?limit=3");
        assertThat(page.at("/items/2/id").asLong()).isEqualTo(gone.id());
        scene.browser(ann).delete(path("/members/" + gone.id()));
        assertThat(scene.names(wang, mine + "/people?after=" + page.path("next").asString()))
                .as("behind one who has left meanwhile")
                .containsExactly("王女士", "李先生");
        people.forEach(person -> assertThat(person.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "picture", "staff", "owner"));
        assertThat(scene.names(
                        wang,
                        mine + "/people?ids=" + li.id() + "," + org.user("外人").id()))
                .containsExactly("李先生");
        assertThat(scene.get(wang, mine).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "conversationId", "title", "notice", "members", "mutedUntil", "mutedAll", "joinedAt");
        JsonNode listed =
                scene.get(wang, "/api/visit/conversations").path("items").get(0);
        assertThat(listed.path("faces")).isEmpty();
        assertThat(scene.browser(wang)
                        .get(mine + "/people/" + li.id() + "/picture")
                        .code())
                .isEqualTo("customergroup.not_found");
        TestUser outsider = scene.customer("外", ann);
        assertThat(scene.browser(outsider).get(mine + "/people").code()).isEqualTo("customergroup.not_found");
        assertThat(scene.browser(wang).get(path("")).status()).isEqualTo(401);
        assertThat(scene.browser(wang).get("/api/customers/" + li.id()).status())
                .isEqualTo(401);

        scene.browser(ann).delete(path("/members/" + li.id()));
        assertThat(scene.names(wang, mine + "/people?ids=" + li.id())).containsExactly("李先生");
        assertThat(scene.browser(li).get(mine).code()).isEqualTo("customergroup.not_found");
    }

    @Test
    void newcomersAreWelcomedTogetherAndWordsAreAnsweredOnce() {
        Map<String, Object> link = Map.of("title", "二月价目", "url", "https://example.com/prices", "about", "");
        Map<String, Object> reply = Map.of(
                "match",
                "CONTAINS",
                "words",
                List.of("价格"),
                "text",
                "请看价目表",
                "attachments",
                List.of(Map.of("kind", "LINK", "link", link)),
                "coolSeconds",
                600);
        Reply set = scene.browser(ann)
                .put(
                        path("/settings"),
                        rules(
                                version(),
                                Map.of(
                                        "welcome", Map.of("text", "欢迎 {nickname}", "attachments", List.of()),
                                        "replies", List.of(reply))));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json()
                        .path("replyAttached")
                        .path(0)
                        .path(0)
                        .path("title")
                        .stringValue())
                .isEqualTo("二月价目");
        assertThat(scene.browser(ann)
                        .put(
                                path("/settings"),
                                rules(
                                        version(),
                                        Map.of(
                                                "welcome",
                                                Map.of(
                                                        "text",
                                                        "x",
                                                        "attachments",
                                                        List.of(Map.of("kind", "FILE", "id", 999_999_999))))))
                        .code())
                .isEqualTo("attachment.unknown_file");
        TestUser zhao = scene.customer("赵六", ann);

        scene.browser(ann).post(path("/members"), Map.of("customerIds", List.of(zhao.id())));
        scene.browser(bob).post(path("/members"), Map.of("customerIds", List.of(li.id())));
        clock.forward(Duration.ofSeconds(3));
        Await.until(() -> scene.texts(ann, conversation).stream().anyMatch(text -> text.startsWith("欢迎")));
        assertThat(scene.texts(ann, conversation)).containsAnyOf("欢迎 赵六、李先生", "欢迎 李先生、赵六");

        assertThat(scene.write(wang, conversation, "w1", "价格是多少").status()).isEqualTo(200);
        Await.until(() -> scene.texts(ann, conversation).contains("请看价目表"));
        Await.until(() -> scene.browser(wang)
                .get("/api/visit/conversations/" + conversation + "/entries?limit=200")
                .text()
                .contains("二月价目"));
        scene.write(wang, conversation, "w2", "价格呢");
        scene.say(bob, conversation, "b1", "价格在上面");
        Await.until(() -> today().path("messages").asInt() == 6);
        assertThat(scene.texts(ann, conversation)).filteredOn("请看价目表"::equals).hasSize(1);
        assertThat(today().path("customerMessages").asInt()).isEqualTo(2);
        assertThat(today().path("active").asInt()).isEqualTo(1);
        assertThat(today().path("joined").asInt()).isEqualTo(3);
        assertThat(today().path("customers").asInt()).isEqualTo(3);
    }

    private JsonNode today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
        JsonNode days = scene.get(ann, path("/statistics?from=" + day.minusDays(1) + "&until=" + day))
                .path("days");
        return days.get(days.size() - 1);
    }

    @Test
    void theDaysOfAScopeAreCountedBackwards() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
        scene.browser(ann).delete(path("/members/" + wang.id()));

        JsonNode all = scene.get(
                org.admin(), "/api/customer-groups/statistics?scope=ALL&from=" + day.minusDays(9) + "&until=" + day);

        assertThat(all.path("groups").asInt()).isEqualTo(1);
        assertThat(all.path("days")).hasSize(10);
        assertThat(all.path("days").get(9).path("joined").asInt()).isEqualTo(1);
        assertThat(all.path("days").get(9).path("left").asInt()).isEqualTo(1);
        assertThat(all.path("days").get(9).path("customers").asInt()).isZero();
        assertThat(scene.browser(ann)
                        .get("/api/customer-groups/statistics?from=" + day + "&until=" + day.minusDays(1))
                        .code())
                .isEqualTo("customergroup.bad_span");
    }

    @Test
    void whoIsMutedDoesNotWriteAndStaffAlwaysMay() {
        assertThat(scene.write(wang, conversation, "k1", "你好").status()).isEqualTo(200);
        assertThat(scene.browser(bob)
                        .put(path("/members/" + wang.id() + "/mute"), Map.of("minutes", 10))
                        .code())
                .isEqualTo("customergroup.not_allowed");
        scene.browser(ann).put(path("/members/" + wang.id() + "/mute"), Map.of("minutes", 10));
        Reply refused = scene.write(wang, conversation, "k2", "你好");
        assertThat(refused.code()).isEqualTo("customergroup.muted");
        assertThat(scene.get(wang, "/api/visit/groups/" + group)
                        .path("mutedUntil")
                        .asString(null))
                .isNotNull();
        clock.forward(Duration.ofMinutes(11));
        assertThat(scene.write(wang, conversation, "k3", "你好").status()).isEqualTo(200);

        scene.browser(ann).put(path("/settings"), rules(version(), Map.of("mutedAll", true)));
        assertThat(scene.write(wang, conversation, "k4", "你好").code()).isEqualTo("customergroup.all_muted");
        assertThat(scene.say(bob, conversation, "k5", "大家好").status()).isEqualTo(200);
        JsonNode line = scene.get(bob, path("/log")).path("items").get(0);
        assertThat(line.path("action").asString()).isEqualTo("MUTE");
        assertThat(line.path("by").path("name").asString()).isEqualTo("安娜");
    }

    @Test
    void twoContactsThatAreOnePersonHaveOnePlaceAndGetItBack() {
        merges.on(new CustomersMerged(org.id(), 77, li.id(), wang.id(), false));

        Await.until(() -> scene.get(li, "/api/visit/groups").path("items").size() == 1);
        assertThat(scene.names(ann, path("/members?kind=CUSTOMER"))).containsExactly("李先生");
        merges.on(new CustomersMerged(org.id(), 77, li.id(), wang.id(), true));
        Await.until(() -> scene.get(li, "/api/visit/groups").path("items").isEmpty());
        assertThat(scene.names(ann, path("/members?kind=CUSTOMER"))).containsExactly("王女士");
    }

    @Test
    void aLeaversGroupsWaitForTheHandOverAndGoToWhoTakesOver() {
        TestUser admin = org.admin();
        scene.browser(admin).put("/api/members/" + ann.id() + "/state", Map.of("state", "LEFT"));
        String leaver = "/api/handovers/leavers/" + ann.id();
        Await.until(() -> scene.get(admin, leaver).path("groups").asInt() == 1);
        assertThat(scene.get(bob, path("")).path("ownerGone").asBoolean()).isTrue();
        assertThat(scene.get(admin, leaver + "/groups")
                        .path("items")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("读者群");
        TestUser next = org.user("接手人");
        Map<String, Object> body = Map.of("takerId", next.id(), "groupIds", List.of(group));
        assertThat(scene.browser(org.user("路人")).post(leaver + "/groups", body).code())
                .isEqualTo("handover.not_found");

        assertThat(scene.browser(admin).post(leaver + "/groups", body).status()).isEqualTo(204);

        assertThat(scene.get(next, path("")).path("role").asString()).isEqualTo("OWNER");
        assertThat(scene.names(next, path("/members"))).containsExactly("接手人", "鲍勃", "王女士");
        assertThat(scene.get(admin, leaver).path("groups").asInt()).isZero();
    }

    /** Many of them would keep every other group's newcomers waiting. */
    @Test
    void aGroupThatEndedBeforeItsWelcomeIsDueNoMore() {
        Instant later = clock.instant().plus(Duration.ofHours(1));
        greetings.wait(groups.find(org.id(), group).orElseThrow(), later, 0);
        assertThat(greetings.due(later, Integer.MAX_VALUE)).contains(new GreetingStore.Due(org.id(), group));

        assertThat(scene.browser(ann).delete(path("")).status()).isEqualTo(204);

        assertThat(greetings.due(later, Integer.MAX_VALUE)).doesNotContain(new GreetingStore.Due(org.id(), group));
    }

    @Test
    void oneTaskThatCannotBeDoneHoldsUpNoOther() {
        jdbc.sql("""
                        insert into customergroup_task (org_id, group_id, key, work, due_at)
                        values (:org, :group, 'bad', '{"kind":"REMOVE"}', timestamptz '2020-01-01 00:00Z'),
                            (:org, :group, 'good', '{"kind":"SAY","text":"还在"}', timestamptz '2020-01-01 00:01Z')
                        """).param("org", org.id()).param("group", group).update();
        jdbc.sql("""
                        insert into customergroup_task (org_id, group_id, key, work, due_at, failures, failed_at, reason)
                        values (:org, :group, 'lost', '{"kind":"SAY","text":"迟到的欢迎","files":[]}', now(), 8, now(),
                            'messaging.peer_unavailable')
                        """).param("org", org.id()).param("group", group).update();

        Await.until(() -> scene.texts(ann, conversation).contains("还在"));
        assertThat(jdbc.sql("select failures from customergroup_task where group_id = :group and key = 'bad'")
                        .param("group", group)
                        .query(Integer.class)
                        .single())
                .isPositive();

        assertThat(scene.browser(bob).get(path("/failures")).code()).isEqualTo("customergroup.not_allowed");
        JsonNode lost = scene.get(ann, path("/failures")).get(0);
        assertThat(lost.get("text").asString()).isEqualTo("迟到的欢迎");
        assertThat(lost.get("reason").asString()).isEqualTo("messaging.peer_unavailable");
        assertThat(scene.get(ann, path("")).get("failed").asInt()).isOne();
        String retry = path("/failures/" + lost.get("id").asLong() + "/retry");
        assertThat(scene.browser(ann).post(retry, Map.of()).status()).isEqualTo(204);
        Await.until(() -> scene.texts(ann, conversation).contains("迟到的欢迎"));
        assertThat(scene.browser(ann).post(retry, Map.of()).code()).isEqualTo("customergroup.not_found");
        assertThat(scene.get(ann, path("")).get("failed").asInt()).isZero();
    }
}
