package org.qiao.groupguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerMerges;
import org.qiao.customergroup.GroupScene;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rules against spam, from the rule to what follows. */
@QiaoTest
class GroupGuardHttpTest {

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    Crm crm;

    @Autowired
    CustomerMerges merges;

    private TestOrg org;
    private TestUser admin;
    private TestUser ann;
    private TestUser bob;
    private TestUser wang;
    private long group;
    private long conversation;

    @BeforeEach
    void aGroup() {
        org = given.org();
        admin = org.admin();
        ann = org.user("安娜");
        bob = org.user("鲍勃");
        wang = scene.customer("王女士", ann);
        JsonNode opened = scene.open(ann, "读者群", List.of(bob), List.of(wang));
        group = opened.path("id").asLong();
        conversation = opened.path("conversationId").asLong();
    }

    private Map<String, Object> rule(List<Long> groups, Map<String, Object> content) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "words",
                List.of(),
                "links",
                false,
                "allowed",
                List.of(),
                "phones",
                false,
                "pictures",
                false,
                "qr",
                false,
                "action",
                "WARN",
                "muteMinutes",
                10,
                "strikes",
                1));
        rule.putAll(content);
        return new HashMap<>(Map.of("name", "广告", "groups", groups, "content", rule, "on", true));
    }

    private Reply put(TestUser user, List<Long> groups, Map<String, Object> content) {
        return scene.browser(user).post("/api/customer-group-rules", rule(groups, content));
    }

    @Test
    void rulesAreMadeByWhoMayAndOthersDoNotSeeThem() {
        assertThat(put(bob, List.of(group), Map.of("links", true)).code()).isEqualTo("groupguard.unknown_group");
        assertThat(put(ann, List.of(), Map.of("links", true)).code()).isEqualTo("groupguard.not_allowed");
        assertThat(put(ann, List.of(group), Map.of()).code()).isEqualTo("groupguard.empty");
        assertThat(put(ann, List.of(group), Map.of("links", true, "action", "UNBLOCK"))
                        .code())
                .isEqualTo("groupguard.empty");
        JsonNode mine = put(ann, List.of(group), Map.of("links", true)).json();
        put(admin, List.of(), Map.of("phones", true));
        assertThat(scene.get(ann, "/api/customer-group-rules").path("items")).hasSize(2);
        assertThat(scene.get(bob, "/api/customer-group-rules").path("items")).hasSize(1);

        String path = "/api/customer-group-rules/" + mine.path("id").asLong();
        Map<String, Object> change = rule(List.of(group), Map.of("links", true));
        change.put("on", false);
        assertThat(scene.browser(ann).put(path, change).code()).isEqualTo("groupguard.changed_meanwhile");
        change.put("version", 1);
        assertThat(scene.browser(bob).put(path, change).code()).isEqualTo("groupguard.not_found");
        assertThat(scene.browser(given.org().admin()).delete(path).code()).isEqualTo("groupguard.not_found");
        assertThat(scene.browser(ann).put(path, change).json().path("on").asBoolean())
                .isFalse();
        assertThat(scene.write(wang, conversation, "k", "https://spam.top").status())
                .isEqualTo(200);
    }

    @Test
    void whoHitsARuleIsToldAndMutedWithTheSecondHit() {
        put(admin, List.of(), Map.of("words", List.of("加微信"), "action", "MUTE", "strikes", 2));

        assertThat(scene.write(wang, conversation, "k0", "你好").status()).isEqualTo(200);
        Reply refused = scene.write(wang, conversation, "k1", "加 微 信");
        assertThat(refused.code()).isEqualTo("groupguard.refused");
        assertThat(refused.json().path("params").path("trigger").asString("")
                        + refused.json().path("trigger").asString(""))
                .contains("KEYWORD");
        assertThat(scene.say(bob, conversation, "b", "不要加微信").status()).isEqualTo(200);
        assertThat(scene.write(wang, conversation, "k2", "加微信吧").code()).isEqualTo("groupguard.refused");
        String log = "/api/customer-groups/" + group + "/log";
        Await.until(() -> scene.get(bob, log).path("items").size() == 3);
        assertThat(scene.write(wang, conversation, "k3", "你好").code()).isEqualTo("customergroup.muted");
        JsonNode lines = scene.get(bob, log).path("items");
        assertThat(lines.get(0).path("action").asString()).isEqualTo("MUTE");
        assertThat(lines.get(0).path("rule").path("name").asString()).isEqualTo("广告");
        assertThat(lines.get(0).path("customer").path("name").asString()).isEqualTo("王女士");
        assertThat(scene.texts(ann, conversation)).doesNotContain("加 微 信", "加微信吧");
    }

    @Test
    void whoIsBlockedUnderAnEarlierNameIsTakenOutAsWhomHeIsNow() {
        TestUser known = scene.customer("老客户", ann);
        crm.transactions().executeWithoutResult(status -> merges.merge(org.id(), wang.id(), known.id(), null));
        String people = "/api/customer-groups/" + group + "/members";
        Await.until(() -> scene.names(ann, people + "?kind=CUSTOMER").equals(List.of("老客户")));

        assertThat(scene.browser(ann)
                        .post(people + "/" + wang.id() + "/block", Map.of("reason", "广告"))
                        .status())
                .isEqualTo(204);

        Await.until(() -> scene.names(ann, people + "?kind=CUSTOMER").isEmpty());
    }

    @Test
    void whoFloodsIsTakenOutAndBlockedEverywhere() {
        long second =
                scene.open(ann, "第二个", List.of(), List.of(wang)).path("id").asLong();
        put(ann, List.of(group), Map.of("flood", Map.of("messages", 3, "seconds", 60), "action", "BLOCK"));

        for (int i = 0; i < 3; i++) {
            assertThat(scene.write(wang, conversation, "k" + i, "刷" + i).status())
                    .isEqualTo(200);
        }
        assertThat(scene.write(wang, conversation, "k3", "刷3").code()).isEqualTo("groupguard.refused");

        Await.until(() -> scene.get(wang, "/api/visit/groups").path("items").isEmpty());
        assertThat(scene.get(ann, "/api/customer-groups/" + second)
                        .path("customers")
                        .asInt())
                .isZero();
        assertThat(scene.browser(ann)
                        .post("/api/customer-groups/" + second + "/members", Map.of("customerIds", List.of(wang.id())))
                        .code())
                .isEqualTo("customergroup.blocked");
        assertThat(scene.browser(admin)
                        .delete("/api/customer-group-blocks/" + wang.id())
                        .status())
                .isEqualTo(204);
        assertThat(scene.browser(ann)
                        .post("/api/customer-groups/" + second + "/members", Map.of("customerIds", List.of(wang.id())))
                        .status())
                .isEqualTo(204);
    }
}
