package org.qiao.grouptold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customergroup.GroupScene;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers whose page is closed hear of their groups. */
@QiaoTest
class GroupToldTest {

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private TestOrg org;
    private TestUser ann;
    private TestUser wang;
    private TestUser li;
    private long group;
    private long conversation;
    private int said;

    @BeforeEach
    void aGroup() {
        org = given.org();
        ann = org.user("安娜");
        wang = scene.customer("王女士", ann);
        li = scene.customer("李先生", ann);
        JsonNode opened = scene.open(ann, "读者群", List.of(), List.of(wang, li));
        group = opened.path("id").asLong();
        conversation = opened.path("conversationId").asLong();
    }

    /** A device whose address is of no use: the first push ends it. */
    private void wishPushes(TestUser guest) {
        jdbc.sql("""
                        insert into notice_subscription
                            (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                        values (:org, :customer, 0, 'https://127.0.0.1/gone' || :customer, decode(repeat('04', 65), 'hex'),
                            decode(repeat('00', 16), 'hex'), now(), now())
                        """).param("org", org.id()).param("customer", guest.id()).update();
    }

    private void wishMails(TestUser guest) {
        Map<String, Object> server =
                Map.of("host", "127.0.0.1", "port", 9, "security", "NONE", "from", "q@example.com");
        scene.browser(org.admin())
                .put("/api/admin/notice/channels/EMAIL", Map.of("kind", "SMTP", "settings", server, "enabled", true));
        crm.transactions().executeWithoutResult(status -> {
            CustomerKey address =
                    CustomerKey.email("c" + guest.id() + "@example.com").orElseThrow();
            crm.customers().prove(org.id(), guest.id(), address);
            crm.customers().setReplyByEmail(org.id(), guest.id(), true);
        });
    }

    private void say(String text, Map<String, Object> naming) {
        Map<String, Object> body = new HashMap<>(Map.of("text", text));
        body.putAll(naming);
        assertThat(scene.browser(ann)
                        .post(
                                "/api/conversations/" + conversation + "/messages",
                                Map.of("key", "k" + ++said, "kind", "TEXT", "body", body))
                        .status())
                .isEqualTo(200);
    }

    private List<JsonNode> notices(String kind, TestUser guest) {
        return jdbc.sql("select content from notice_order where org_id = :org and order_key like :key order by id")
                .param("org", org.id())
                .param("key", "%s:%d:%d:%%".formatted(kind, guest.id(), conversation))
                .query((rs, n) -> json.readTree(rs.getString("content")))
                .list();
    }

    @Test
    void whoIsNamedIsToldByPushAndByEmailWhenNoDeviceTookIt() {
        wishPushes(wang);
        wishMails(wang);

        say("@王女士 私密的话", Map.of("mentions", List.of(wang.id())));

        Await.until(() -> !notices("group-told", wang).isEmpty());
        JsonNode push = notices("group-told", wang).getFirst();
        assertThat(push.path("title").asString()).isEqualTo("读者群");
        assertThat(push.path("text").asString()).isEqualTo("安娜提到了您");
        assertThat(push.path("link").asString()).startsWith("/v/").endsWith("?thread=" + conversation);
        Await.until(() -> unpushed() == 1 || !notices("group-mail", wang).isEmpty());
        clock.forward(Duration.ofMinutes(2));
        Await.until(() -> !notices("group-mail", wang).isEmpty());
        assertThat(notices("group-mail", wang).getFirst().toString())
                .contains("安娜在群聊「读者群」中提到了您")
                .doesNotContain("私密");
        assertThat(notices("group-told", li)).isEmpty();
    }

    private int unpushed() {
        return count("select count(*) from grouptold_call where org_id = :org and unpushed");
    }

    private int count(String sql) {
        return jdbc.sql(sql).param("org", org.id()).query(Integer.class).single();
    }

    /** What his company has decided cannot be read: whatever it is, other companies' customers are told. */
    @Test
    void oneWhoCannotBeToldHoldsUpNoOther() {
        wishPushes(wang);
        jdbc.sql("""
                        insert into customer_setting (org_id, settings, changed_by, changed_at)
                        values (:org, '{"range": 1}', :by, now())
                        on conflict (org_id) do update set settings = excluded.settings
                        """).param("org", org.id()).param("by", ann.id()).update();
        say("@王女士 在吗", Map.of("mentions", List.of(wang.id())));
        Await.until(() -> count("select count(*) from grouptold_call where org_id = :org") == 1);

        long unreadable = org.id();

        aGroup();
        wishPushes(wang);
        say("@王女士 在吗", Map.of("mentions", List.of(wang.id())));

        Await.until(() -> !notices("group-told", wang).isEmpty());
        jdbc.sql("delete from customer_setting where org_id = :org")
                .param("org", unreadable)
                .update();
    }

    /** Others move the clock, too: each round says something new and waits until morning. */
    @Test
    void otherTalkIsGatheredAndGoesByPushOnly() {
        wishPushes(li);
        wishMails(wang);

        Await.until(() -> {
            say("今天到了新书", Map.of());
            clock.forward(Duration.ofHours(11));
            return !notices("group-told", li).isEmpty();
        });

        assertThat(notices("group-told", li).getFirst().path("text").asString()).contains("群里有");
        assertThat(count("select count(*) from notice_order where org_id = :org and order_key like 'group-mail:%'"))
                .isZero();
    }

    @Test
    void whoMadeItQuietOrLeftHearsNothingAndIsLeftAloneWhenHeComesBack() {
        TestUser zhao = scene.customer("赵六", ann);
        scene.browser(ann)
                .post("/api/customer-groups/" + group + "/members", Map.of("customerIds", List.of(zhao.id())));
        List.of(wang, li, zhao).forEach(this::wishPushes);
        String telling = "/api/visit/groups/" + group + "/telling";
        assertThat(scene.get(wang, telling).path("quiet").asBoolean()).isFalse();
        scene.browser(wang).put(telling, Map.of("quiet", true));
        scene.browser(zhao).delete("/api/visit/groups/" + group + "/me");
        assertThat(scene.browser(zhao).put(telling, Map.of("quiet", true)).code())
                .isEqualTo("customergroup.not_found");

        say("@所有人 明天休息", Map.of("mentionAll", true));

        Await.until(() -> !notices("group-told", li).isEmpty());
        assertThat(notices("group-told", li).getFirst().path("text").asString()).isEqualTo("安娜提醒了所有人");
        Await.until(() -> count("select count(*) from grouptold_call where org_id = :org and due_at is null") == 2);
        assertThat(notices("group-told", wang)).isEmpty();
        assertThat(notices("group-told", zhao)).isEmpty();

        scene.browser(wang).delete("/api/visit/groups/" + group + "/me");
        scene.browser(ann)
                .post("/api/customer-groups/" + group + "/members", Map.of("customerIds", List.of(wang.id())));
        assertThat(scene.get(wang, telling).path("quiet").asBoolean()).isTrue();
        assertThat(scene.browser(wang).put(telling, Map.of("quiet", false)).status())
                .isEqualTo(200);
        assertThat(scene.get(wang, telling).path("quiet").asBoolean()).isFalse();
    }
}
