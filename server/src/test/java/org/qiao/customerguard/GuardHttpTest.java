package org.qiao.customerguard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.RelationClosed;
import org.qiao.customer.RelationEnd;
import org.qiao.messaging.CustomerConversations;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Sensitive words and deletion alerts, over HTTP, with real chats. */
@QiaoTest
class GuardHttpTest {

    private static final String RULES = "/api/customer-guard/rules";
    private static final String HITS = "/api/customer-guard/hits";
    private static final String ALERTS = "/api/customer-guard/alerts";

    @Autowired
    Given given;

    @Autowired
    Counter counter;

    @Autowired
    CustomerRelations relations;

    @Autowired
    CustomerConversations conversations;

    @Autowired
    GuardBook book;

    @Autowired
    Deeds deeds;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private TestOrg org;
    private TestUser owner;
    private TestUser ann;
    private TestUser eve;
    private TestUser guest;
    private CustomerRelation relation;
    private long thread;

    @BeforeEach
    void aCustomerOfAnn() {
        org = given.org();
        owner = org.owner();
        ann = org.user("安");
        eve = org.user("夏");
        guest = counter.customer(org, "客人");
        relation = counter.serve(guest, ann);
        thread = relation.conversationId();
    }

    private Map<String, Object> rule(String name, GuardAction action, String... words) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("name", name);
        rule.put("action", action);
        rule.put("words", List.of(words));
        rule.put("patterns", List.of());
        rule.put("range", Map.of("everyone", true));
        rule.put("staff", true);
        rule.put("customers", false);
        rule.put("people", List.of(eve.id()));
        rule.put("enabled", true);
        return rule;
    }

    private String say(TestUser who, String key, String text) {
        String path = who.isGuest() ? "/api/visit/conversations/" : "/api/conversations/";
        JsonNode answer = counter.call(
                POST,
                who,
                path + thread + "/messages",
                Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)));
        return answer.has("code") ? answer.get("code").stringValue() : "";
    }

    private List<JsonNode> items(TestUser who, String path) {
        List<JsonNode> items = new ArrayList<>();
        counter.get(who, path).get("items").forEach(items::add);
        return items;
    }

    private void awaitItems(TestUser who, String path, int count) {
        Await.until(() -> items(who, path).size() == count);
    }

    @Test
    void aBlockedMessageIsRefusedAndAWarnedOneGoesAndBothAreListed() {
        counter.post(owner, RULES, rule("飞单", GuardAction.BLOCK, "私下转账", "ＶＸ号"));
        Map<String, Object> warn = rule("联系方式", GuardAction.WARN);
        warn.put("patterns", List.of("PHONE", "EMAIL"));
        warn.put("customers", true);
        warn.put("range", Map.of("everyone", false, "members", List.of(ann.id())));
        counter.post(owner, RULES, warn);

        assertThat(say(ann, "a1", "可以私下 转账吗")).isEmpty();
        assertThat(say(ann, "a2", "你可以私下转账给我")).isEqualTo("customerguard.forbidden_words");
        assertThat(say(ann, "a2", "你可以私下转账给我")).as("a repeat is one hit").isNotEmpty();
        assertThat(say(ann, "a3", "加我 vx号 聊")).isEqualTo("customerguard.forbidden_words");
        assertThat(say(ann, "a4", "打 138 0013 8000")).isEmpty();
        assertThat(say(guest, "g1", "我的邮箱 Wang@Example.com")).isEmpty();
        assertThat(counter.answer(
                                POST,
                                eve,
                                "/api/conversations/" + thread + "/messages",
                                Map.of("key", "e1", "kind", "TEXT", "body", Map.of("text", "私下转账")))
                        .status())
                .as("who is not in the chat")
                .isEqualTo(403);

        awaitItems(eve, HITS, 4);
        List<JsonNode> hits = items(eve, HITS);
        assertThat(hits)
                .extracting(hit -> hit.get("action").stringValue())
                .containsExactly("WARN", "WARN", "BLOCK", "BLOCK");
        assertThat(hits.get(0).get("byCustomer").booleanValue()).isTrue();
        assertThat(hits.get(0).get("excerpt").stringValue()).contains("Wang@Example.com");
        assertThat(hits.get(0).get("member").get("id").longValue()).isEqualTo(ann.id());
        assertThat(hits.get(1).get("customer").get("name").stringValue()).isEqualTo("客人");
        assertThat(hits.get(1).get("found").stringValue()).isEqualTo("PHONE");
        assertThat(hits.get(3).get("found").stringValue()).isEqualTo("私下转账");
        assertThat(hits.get(3).get("seq").isNull()).isTrue();
        assertThat(counter.get(owner, HITS).toString()).contains("飞单").doesNotContain("Wang@", "私下转账");
        assertThat(counter.status(GET, ann, HITS, "")).isEqualTo(403);
        assertThat(items(eve, HITS + "?action=BLOCK&customer=" + guest.id() + "&limit=1"))
                .hasSize(1);
        assertThat(items(eve, HITS + "?since=2099-01-01T00:00:00Z")).isEmpty();
        for (String odd :
                List.of("+999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-999999-01-01T00:00:00Z")) {
            assertThat(counter.as(eve).find(HITS + "?since={since}", odd).code())
                    .isEqualTo("platform.invalid");
        }

        JsonNode counts = counter.get(eve, "/api/customer-guard/statistics");
        assertThat(counts.get("rules")).hasSize(2);
        assertThat(counts.get("members").get(0).get("blocked").intValue()).isEqualTo(2);
        assertThat(counts.get("members").get(0).get("warned").intValue()).isEqualTo(1);
        assertThat(counter.get(eve, "/api/customer-guard/rights").get("rules")).hasSize(2);
        byte[] sheet = http.get()
                .uri(HITS + "/export.xlsx?action=WARN")
                .headers(eve::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(sheet, 0, 2, UTF_8)).isEqualTo("PK");
        Await.until(() -> counter.cards(eve).contains("敏感词"));
    }

    @Test
    void rulesHoldOnlyForWhomTheyNameAndStopWhenTheyAreGone() {
        Map<String, Object> blocking = rule("甲", GuardAction.BLOCK, "回扣");
        blocking.put("range", Map.of("everyone", false, "members", List.of(eve.id())));
        JsonNode rule = counter.post(owner, RULES, blocking);
        assertThat(say(ann, "b1", "没有回扣")).isEmpty();

        blocking.put("range", Map.of("everyone", true, "except", Map.of("members", List.of(eve.id()))));
        blocking.put("version", rule.get("version").intValue());
        String path = RULES + "/" + rule.get("id").longValue();
        counter.call(PUT, owner, path, blocking);
        assertThat(say(ann, "b2", "没有回扣")).isEqualTo("customerguard.forbidden_words");
        assertThat(counter.refusal(PUT, owner, path, blocking)).isEqualTo("customerguard.changed_meanwhile");

        counter.call(DELETE, owner, path, Map.of());
        assertThat(say(ann, "b3", "没有回扣")).isEmpty();
        assertThat(book.of(org.id())).isNull();
        awaitItems(eve, HITS, 1);
    }

    @Test
    void namesOfFilesAreLookedInto() {
        counter.post(owner, RULES, rule("乙", GuardAction.BLOCK, "报价底线"));
        long file = counter.upload(ann, "2026报价底线.txt");

        assertThat(counter.refusal(
                        POST,
                        ann,
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", "f1", "kind", "FILE", "body", Map.of("file", Map.of("id", file)))))
                .isEqualTo("customerguard.forbidden_words");
    }

    @Test
    void whatIsWrittenForManyIsLookedIntoAndNamesWhatToChange() {
        counter.post(owner, RULES, rule("夸大", GuardAction.BLOCK, "最便宜"));
        counter.post(owner, RULES, rule("提醒", GuardAction.WARN, "返现"));
        Map<String, Object> moment =
                Map.of("kind", "PERSONAL", "files", List.of(), "choice", Map.of("tags", List.of(), "all", false));
        Map<String, Object> bad = new HashMap<>(moment);
        bad.putAll(Map.of("text", "全城最便宜", "key", "m1"));
        Map<String, Object> noted = new HashMap<>(moment);
        noted.putAll(Map.of("text", "老客返现", "key", "m2"));
        JsonNode refused = counter.post(ann, "/api/moments", bad);
        assertThat(refused.get("code").stringValue()).isEqualTo("customerguard.forbidden_draft");
        assertThat(refused.get("params").get("words").stringValue()).isEqualTo("最便宜");
        counter.post(ann, "/api/moments", noted);
        awaitItems(eve, HITS, 1);

        JsonNode group = counter.post(
                ann,
                "/api/customer-groups",
                Map.of("title", "群", "staffIds", List.of(), "customerIds", List.of(guest.id()), "key", "g"));
        String settings = "/api/customer-groups/" + group.get("id").longValue() + "/settings";
        Map<String, Object> replies = new HashMap<>(Map.of("nameLocked", true, "mutedAll", false, "version", 1));
        replies.put(
                "replies",
                List.of(Map.of(
                        "match",
                        "CONTAINS",
                        "words",
                        List.of("价格"),
                        "text",
                        "最便宜",
                        "files",
                        List.of(),
                        "coolSeconds",
                        0)));
        assertThat(counter.refusal(PUT, ann, settings, replies)).isEqualTo("customerguard.forbidden_draft");
        Map<String, Object> card = new HashMap<>(Map.of("title", "", "needs", List.of(), "autoReply", "返现进行中"));
        card.putAll(Map.of("welcome", Map.of("text", "最便宜的在这里", "attachments", List.of()), "skipVerify", true));
        assertThat(counter.refusal(PUT, ann, "/api/my-card", card)).isEqualTo("customerguard.forbidden_draft");
        Map<String, Object> link =
                Map.of("kind", "LINK", "link", Map.of("title", "最便宜", "url", "https://a.example", "about", ""));
        card.put("welcome", Map.of("text", "欢迎", "attachments", List.of(link)));
        assertThat(counter.refusal(PUT, ann, "/api/my-card", card)).isEqualTo("customerguard.forbidden_draft");
        card.put("welcome", Map.of("text", "欢迎", "attachments", List.of()));
        counter.call(PUT, ann, "/api/my-card", card);

        awaitItems(eve, HITS, 2);
        assertThat(items(eve, HITS))
                .extracting(hit -> hit.get("place").stringValue())
                .containsExactly("REPLY", "MOMENT");
        assertThat(items(eve, HITS).getFirst().get("conversationId").isNull()).isTrue();
    }

    @Test
    void aHundredFindsThatAreNotClearHoldUpNoOther() {
        JsonNode rule = counter.post(owner, RULES, rule("联系", GuardAction.WARN, "手机"));
        jdbc.sql("""
                        insert into customerguard_hit (org_id, rule_id, action, conversation_id, sender_id, client_key, found, excerpt, at, look_at)
                        select :org, :rule, 'WARN', :thread, :ann, 'lost' || n, 'x', 'x', :now, timestamptz '2020-01-01 00:00Z'
                        from generate_series(1, 250) n
                        """)
                .param("org", org.id())
                .param("rule", rule.get("id").longValue())
                .param("thread", thread)
                .param("ann", ann.id())
                .param("now", Sql.at(clock.instant()))
                .update();

        say(ann, "p1", "留个手机");

        awaitItems(eve, HITS, 1);
        String export = HITS + "/export.xlsx?member=" + ann.id();
        http.get().uri(export).headers(eve::signIn).exchange().expectStatus().isOk();
        JsonNode exports = counter.get(owner, "/api/customer-guard/exports").get("items");
        assertThat(exports).hasSize(1);
        assertThat(exports.get(0).get("by").get("id").longValue()).isEqualTo(eve.id());
        assertThat(exports.get(0).get("asked").get("member").longValue()).isEqualTo(ann.id());
        assertThat(counter.refusal(GET, eve, "/api/customer-guard/exports", "")).isEqualTo("customerguard.not_allowed");
    }

    @Test
    void badRulesAreRefused() {
        assertThat(counter.refusal(POST, owner, RULES, rule("空", GuardAction.WARN)))
                .isEqualTo("customerguard.nothing_to_find");
        assertThat(counter.refusal(POST, owner, RULES, rule("空", GuardAction.WARN, "\u200B")))
                .isEqualTo("customerguard.bad_word");
        Map<String, Object> nobody = rule("人", GuardAction.WARN, "x");
        nobody.put("people", List.of(given.org().owner().id()));
        assertThat(counter.refusal(POST, owner, RULES, nobody)).isEqualTo("platform.invalid");
        Map<String, Object> aimless = rule("谁", GuardAction.WARN, "x");
        aimless.put("staff", false);
        assertThat(counter.refusal(POST, owner, RULES, aimless)).isEqualTo("platform.invalid");
        Map<String, Object> many = rule("多", GuardAction.WARN, "x");
        many.put("words", IntStream.range(0, 301).mapToObj(i -> "w" + i).toList());
        assertThat(counter.status(POST, owner, RULES, many)).isEqualTo(400);
        assertThat(counter.refusal(POST, ann, RULES, rule("我", GuardAction.WARN, "x")))
                .isEqualTo("customerguard.not_allowed");
    }

    @Test
    void endsRemovalsAndManyRecallsAreAlerts() {
        counter.call(
                PUT,
                owner,
                "/api/customer-guard/settings",
                Map.of(
                        "kinds",
                        List.of("EMPLOYEE_ENDED", "CUSTOMER_ENDED", "RECALLED_MANY", "REMOVED_FROM_GROUP"),
                        "people",
                        List.of(eve.id()),
                        "leads",
                        false,
                        "recalls",
                        3,
                        "recallMinutes",
                        10));
        for (int i = 1; i <= 4; i++) {
            long seq = counter.post(
                            ann,
                            "/api/conversations/" + thread + "/messages",
                            Map.of("key", "r" + i, "kind", "TEXT", "body", Map.of("text", "x" + i)))
                    .get("seq")
                    .longValue();
            counter.post(ann, "/api/conversations/" + thread + "/recalls", Map.of("key", "rr" + i, "target", seq));
        }
        Await.until(() -> items(owner, ALERTS + "?kind=RECALLED_MANY").stream()
                .anyMatch(alert -> alert.get("messages").intValue() == 4));

        long group = conversations.openGroup(ann.actor(), "客户群", List.of(eve.id()), List.of(guest.id()), "g1");
        conversations.remove(ann.actor(), group, guest.id());
        awaitItems(owner, ALERTS + "?kind=REMOVED_FROM_GROUP", 1);

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> relations.close(org.id(), relation.id(), RelationEnd.EMPLOYEE, ann.id()));
        awaitItems(owner, ALERTS + "?kind=EMPLOYEE_ENDED&member=" + ann.id(), 1);
        deeds.on(new RelationClosed(
                org.id(),
                relation.id(),
                guest.id(),
                ann.id(),
                thread,
                RelationEnd.EMPLOYEE)); // told again after a crash
        CustomerRelation again = counter.serve(guest, ann);
        counter.post(guest, "/api/visit/me/threads/" + again.id() + "/block", Map.of());
        awaitItems(owner, ALERTS + "?kind=CUSTOMER_ENDED", 1);
        awaitItems(owner, ALERTS, 4);
        assertThat(items(owner, ALERTS + "?limit=2")).hasSize(2);
        assertThat(counter.status(GET, ann, ALERTS, "")).isEqualTo(403);
        assertThat(items(given.org().owner(), ALERTS)).isEmpty();
        Await.until(() -> counter.cards(eve).contains("联系"));
    }
}
