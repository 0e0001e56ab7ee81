package org.qiao.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.RelationEnd;
import org.qiao.customerguard.Counter;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Archiving with the customer's consent, over HTTP. */
@QiaoTest
class ArchiveHttpTest {

    @Autowired
    Given given;

    @Autowired
    Counter counter;

    @Autowired
    CustomerRelations relations;

    @Autowired
    RestTestClient http;

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
    private int said;

    @BeforeEach
    void aCustomerOfAnnAndEveAsAuditor() {
        org = given.org();
        owner = org.owner();
        ann = org.user("安");
        eve = org.user("夏");
        guest = counter.customer(org, "客人");
        relation = counter.serve(guest, ann);
        thread = relation.conversationId();
        assertThat(counter.status(PUT, owner, "/api/archive/auditors/" + eve.id(), Map.of()))
                .isEqualTo(204);
    }

    private JsonNode archive(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("enabled", true, "range", Map.of("everyone", true), "notice", "", "keepRecalled", false));
        settings.putAll(more);
        return counter.call(PUT, owner, "/api/archive/settings", settings);
    }

    private JsonNode answer(boolean agree) {
        int version = counter.get(guest, "/api/visit/archive").get("version").intValue();
        clock.forward(Duration.ofSeconds(1));
        return counter.call(PUT, guest, "/api/visit/archive", Map.of("agree", agree, "version", version));
    }

    /** At a moment of its own. */
    private long say(TestUser who, String text) {
        clock.forward(Duration.ofSeconds(1));
        String path = who.isGuest() ? "/api/visit/conversations/" : "/api/conversations/";
        said++;
        long seq = counter.post(
                        who,
                        path + thread + "/messages",
                        Map.of("key", "k" + said, "kind", "TEXT", "body", Map.of("text", text)))
                .get("seq")
                .longValue();
        clock.forward(Duration.ofSeconds(1));
        return seq;
    }

    private String read() {
        return counter.get(eve, "/api/archive/threads/" + thread + "/messages").toString();
    }

    private String search(String words) {
        return counter.get(eve, "/api/archive/messages?q=" + words).toString();
    }

    @Test
    void anAuditorReadsOnlyWhatWasSaidWhileTheCustomerAgreed() {
        say(guest, "开档之前");
        archive(Map.of());
        Await.until(() -> counter.cards(ann).contains("存档"));
        JsonNode asked = counter.get(guest, "/api/visit/archive");
        assertThat(asked.get("asks").booleanValue()).isTrue();
        assertThat(asked.get("state").stringValue()).isEqualTo("OPEN");
        assertThat(asked.get("notice").stringValue()).contains("存档");
        say(guest, "同意之前");
        assertThat(counter.refusal(GET, eve, "/api/archive/threads/" + thread + "/messages", ""))
                .isEqualTo("archive.not_found");

        assertThat(answer(true).get("state").stringValue()).isEqualTo("AGREED");
        say(guest, "我想要发票");
        say(ann, "发票明天开");
        answer(false);
        say(guest, "撤回之后的发票");

        assertThat(read()).contains("我想要发票", "发票明天开").doesNotContain("之前", "之后");
        assertThat(search("发票")).contains("我想要发票", "发票明天开").doesNotContain("之后");
        assertThat(search("100%")).doesNotContain("发票");
        JsonNode threads = counter.get(eve, "/api/archive/threads?member=" + ann.id() + "&customer=" + guest.id());
        assertThat(threads.get("items").get(0).get("customer").get("name").stringValue())
                .isEqualTo("客人");
        assertThat(threads.get("items").get(0).get("members").get(0).get("name").stringValue())
                .isEqualTo("安");
        assertThat(counter.get(eve, "/api/archive/threads?member=" + eve.id())
                        .get("items")
                        .isEmpty())
                .isTrue();
        assertThat(counter.get(eve, "/api/archive/threads?until=2020-01-01T00:00:00Z")
                        .get("items")
                        .isEmpty())
                .isTrue();
        assertThat(counter.get(eve, "/api/archive/threads/" + thread).get("times"))
                .hasSize(1);

        byte[] sheet = http.get()
                .uri("/api/archive/threads/" + thread + "/export.xlsx")
                .headers(eve::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(sheet, 0, 2, UTF_8)).isEqualTo("PK");
        String looks = counter.get(owner, "/api/archive/looks").toString();
        assertThat(looks).contains("APPOINTED", "SETTINGS", "SEARCHED", "READ", "EXPORTED", "发票");
        assertThat(counter.get(owner, "/api/customers/" + guest.id() + "/timeline")
                        .toString())
                .contains("ARCHIVE_AGREED", "ARCHIVE_WITHDRAWN");
    }

    @Test
    void pagesOfASearchGoOnWhereTheLastOneEnded() {
        archive(Map.of());
        answer(true);
        for (int i = 0; i < 5; i++) {
            say(guest, "合同" + i);
        }
        StringBuilder all = new StringBuilder();
        String after = "";
        do {
            JsonNode page = counter.get(eve, "/api/archive/messages?q=合同&limit=2&after=" + after);
            page.get("items").forEach(item -> all.append(item.get("text").stringValue()));
            after = page.get("next").isNull() ? "" : page.get("next").stringValue();
        } while (!after.isEmpty());

        assertThat(all).hasToString("合同4合同3合同2合同1合同0");
        assertThat(counter.refusal(GET, eve, "/api/archive/messages?q=合同&after=1.x", ""))
                .isEqualTo("platform.bad_cursor");
        assertThat(counter.refusal(GET, eve, "/api/archive/messages?q= ", "")).isEqualTo("platform.invalid");
    }

    @Test
    void whatIsRecalledIsGoneUnlessTheCompanyKeepsItAndTheCustomerAgreedToThat() {
        archive(Map.of());
        answer(true);
        long gone = say(ann, "报错价了");
        counter.post(ann, "/api/conversations/" + thread + "/recalls", Map.of("key", "r1", "target", gone));
        assertThat(read()).doesNotContain("报错价了");
        long older = say(ann, "旧的话");

        archive(Map.of("keepRecalled", true));
        assertThat(counter.get(guest, "/api/visit/archive").get("state").stringValue())
                .as("he is asked again")
                .isEqualTo("OPEN");
        say(ann, "未同意");
        counter.post(ann, "/api/conversations/" + thread + "/recalls", Map.of("key", "r3", "target", older));
        assertThat(read()).as("he has not agreed to that").doesNotContain("旧的话");
        assertThat(search("旧的话")).doesNotContain("旧的话");
        answer(true);
        long kept = say(ann, "保留的话");
        counter.post(ann, "/api/conversations/" + thread + "/recalls", Map.of("key", "r2", "target", kept));

        assertThat(read()).contains("保留的话").doesNotContain("报错价了", "未同意");
        assertThat(search("保留的话")).contains("recalledAt");
        assertThat(search("报错价")).doesNotContain("报错价了");
        archive(Map.of("keepRecalled", false));
        assertThat(read()).doesNotContain("保留的话");
    }

    @Test
    void onlyAuditorsReadAndOnlyTheOwnerAppointsThem() {
        archive(Map.of());
        answer(true);
        say(guest, "秘密");
        String path = "/api/archive/threads/" + thread + "/messages";
        assertThat(counter.refusal(GET, owner, path, "")).isEqualTo("archive.not_allowed");
        assertThat(counter.refusal(GET, ann, path, "")).isEqualTo("archive.not_allowed");
        assertThat(counter.refusal(PUT, eve, "/api/archive/auditors/" + eve.id(), Map.of()))
                .isEqualTo("archive.not_allowed");
        TestUser stranger = given.org().owner();
        counter.call(PUT, stranger, "/api/archive/auditors/" + stranger.id(), Map.of());
        assertThat(counter.refusal(GET, stranger, path, "")).isEqualTo("archive.not_found");
        assertThat(counter.get(stranger, "/api/archive/messages?q=秘密")
                        .get("items")
                        .isEmpty())
                .isTrue();
        assertThat(counter.refusal(PUT, owner, "/api/archive/auditors/" + stranger.id(), Map.of()))
                .isEqualTo("archive.not_found");

        counter.call(DELETE, owner, "/api/archive/auditors/" + eve.id(), Map.of());
        assertThat(counter.refusal(GET, eve, path, "")).isEqualTo("archive.not_allowed");
        assertThat(counter.get(eve, "/api/archive/me").get("auditor").booleanValue())
                .isFalse();
    }

    @Test
    void filesOpenOnlyWithinTheTimeAndWhoWasErasedIsGone() {
        archive(Map.of());
        answer(true);
        long file = counter.upload(ann, "合同.txt");
        clock.forward(Duration.ofSeconds(1));
        long seq = counter.post(
                        ann,
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", "file", "kind", "FILE", "body", Map.of("file", Map.of("id", file))))
                .get("seq")
                .longValue();
        long text = say(ann, "见附件");
        String messages = "/api/archive/threads/" + thread + "/messages/";
        assertThat(counter.post(eve, messages + seq + "/ticket", Map.of())
                        .get("url")
                        .stringValue())
                .startsWith("/files/");
        assertThat(counter.refusal(POST, eve, messages + text + "/ticket", Map.of()))
                .isEqualTo("archive.not_found");
        assertThat(search("合同")).contains("合同.txt");

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> relations.close(org.id(), relation.id(), RelationEnd.ERASED, owner.id()));
        Await.until(() -> counter.status(GET, eve, "/api/archive/threads/" + thread, "") == 404);
        assertThat(counter.get(guest, "/api/visit/archive").get("asks").booleanValue())
                .isFalse();
        assertThat(counter.refusal(PUT, guest, "/api/visit/archive", Map.of("agree", true, "version", 1)))
                .isEqualTo("archive.not_asked");
        assertThat(counter.refusal(PUT, guest, "/api/visit/archive", Map.of("agree", true, "version", 9)))
                .isEqualTo("archive.notice_changed");
    }

    @Test
    void inAGroupWhoHasNotAgreedStaysUnread() {
        TestUser other = counter.customer(org, "别人");
        counter.serve(other, ann);
        JsonNode group = counter.post(
                ann,
                "/api/customer-groups",
                Map.of(
                        "title",
                        "读者群",
                        "staffIds",
                        List.of(eve.id()),
                        "customerIds",
                        List.of(guest.id(), other.id()),
                        "key",
                        "g"));
        thread = group.get("conversationId").longValue();
        archive(Map.of("range", Map.of("everyone", false, "members", List.of(ann.id()))));
        assertThat(counter.get(guest, "/api/visit/archive").get("notice").stringValue())
                .contains("客户群");
        say(guest, "同意之前");
        assertThat(counter.get(eve, "/api/archive/threads?groups=true").get("items"))
                .isEmpty();

        answer(true);
        say(guest, "我要两本新书");
        long hidden = say(other, "我也要新书");
        say(ann, "新书给您留着");
        say(eve, "我没有被存档新书");

        JsonNode line = counter.get(eve, "/api/archive/threads?groups=true&customer=" + guest.id())
                .get("items")
                .get(0);
        assertThat(line.get("title").stringValue()).isEqualTo("读者群");
        assertThat(line.get("customer").isNull()).isTrue();
        assertThat(counter.get(eve, "/api/archive/threads?groups=true&customer=" + other.id())
                        .get("items"))
                .isEmpty();
        assertThat(read()).contains("我要两本新书", "新书给您留着").doesNotContain("同意之前", "我也要", "没有被存档", "别人");
        JsonNode messages =
                counter.get(eve, "/api/archive/threads/" + thread + "/messages").get("items");
        assertThat(messages).hasSize(4);
        assertThat(messages.get(2).get("withheld").booleanValue()).isTrue();
        assertThat(messages.get(2).get("seq").longValue()).isEqualTo(hidden);
        assertThat(messages.get(2).get("senderId").longValue()).isZero();
        assertThat(counter.get(eve, "/api/archive/messages?q=新书&groups=true").toString())
                .contains("我要两本新书", "新书给您留着")
                .doesNotContain("我也要", "没有被存档");
        assertThat(search("新书")).doesNotContain("我要两本新书");
        assertThat(counter.get(owner, "/api/archive/looks").toString()).contains("读者群");

        counter.call(DELETE, ann, "/api/customer-groups/" + group.get("id").longValue() + "/members/" + guest.id(), "");
        say(ann, "他走了以后");
        assertThat(read()).contains("我要两本新书").doesNotContain("他走了以后");
    }
}
