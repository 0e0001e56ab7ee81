package org.qiao.customercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Waiting and its numbers over HTTP. Alone, because it moves the clock. */
@QiaoTest
@Isolated
class CareHttpTest {

    private static final String WAITS = "/api/customer-care/waits/";
    private static final String SETTINGS = "/api/admin/customer-care/settings";

    @Autowired
    Given given;

    @Autowired
    Counter counter;

    @Autowired
    TestClock clock;

    @Autowired
    CareClock due;

    @Autowired
    CustomerConversations conversations;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org() {
        return given.org();
    }

    private void lead(TestOrg org, TestUser lead) {
        jdbc.sql("update directory_department set head_id = :head where org_id = :org")
                .param("head", lead.id())
                .param("org", org.id())
                .update();
    }

    private String span() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return "?from=" + today.minusDays(20) + "&until=" + today;
    }

    private JsonNode numbers(TestUser user, String scope) {
        return counter.as(user)
                .get("/api/customer-care/statistics/" + scope + span())
                .json()
                .get("total");
    }

    private static Map<String, Object> times(String action) {
        return Map.of(
                "remindMinutes",
                10,
                "escalateMinutes",
                20,
                "action",
                action,
                "colleagues",
                List.of(),
                "alert",
                List.of());
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedAndThenHisLeadIsTold() {
        TestOrg org = org();
        TestUser ann = org.user("安");
        TestUser lead = org.user("领");
        TestUser other = org.user("他");
        lead(org, lead);
        counter.alwaysThere(ann);
        TestUser guest = counter.customer(org, "王小姐");
        long thread = counter.serve(guest, ann, null);

        counter.write(guest, thread, "好的");
        counter.write(guest, thread, "请问多少钱");
        counter.awaitStep(ann, "NONE");
        conversations.say(org.id(), ann.id(), Draft.text(thread, "off-1", "现在不在，稍后回复"));
        assertThat(counter.waits(ann, "MINE").getFirst().get("messages").intValue())
                .isOne();
        Await.until(() -> listed(ann) == 1); // what a program said is no answer there, either
        assertThat(counter.waits(other, "MINE")).isEmpty();
        assertThat(counter.as(other).get(WAITS + thread).status()).isEqualTo(404);
        assertThat(counter.as(other)
                        .post(WAITS + thread + "/settle", Map.of("reason", "ENDED"))
                        .status())
                .isEqualTo(404);
        assertThat(counter.as(other).get("/api/customer-care/waits?scope=ALL").code())
                .isEqualTo("customercare.not_allowed");

        clock.forward(Duration.ofMinutes(11));
        counter.awaitStep(ann, "REMINDED");
        Await.until(() -> counter.told(ann).equals(List.of("客户王小姐在等您回复")));
        assertThat(counter.as(ann)
                        .get("/api/customer-care/waits/count")
                        .json()
                        .get("late")
                        .intValue())
                .isOne();
        clock.forward(Duration.ofMinutes(21));
        counter.awaitStep(ann, "ALERTED");
        Await.until(() -> counter.told(lead).equals(List.of("客户王小姐一直没有收到回复")));
        jdbc.sql("update customercare_thread set told = false, due_at = now() where conversation_id = :id") // a crash
                .param("id", thread)
                .update();
        due.serve();
        assertThat(counter.told(lead)).hasSize(1);
        assertThat(counter.waits(lead, "TEAM")).hasSize(1);

        counter.write(ann, thread, "一百元");
        Await.until(() -> counter.waits(ann, "MINE").isEmpty());
        assertThat(listed(ann)).isZero();
        JsonNode mine = numbers(ann, "MINE");
        assertThat(mine.get("asked").intValue()).isOne();
        assertThat(mine.get("answered").intValue()).isOne();
        assertThat(mine.get("received").intValue()).isEqualTo(2);
        assertThat(mine.get("sent").intValue()).isOne();
        assertThat(mine.get("opened").intValue()).isOne();
        assertThat(mine.get("chats").intValue()).isOne();
        assertThat(mine.get("work").get("median").intValue()).isBetween(32 * 60, 34 * 60);
        assertThat(numbers(lead, "TEAM")).isEqualTo(mine);
        assertThat(numbers(other, "MINE").get("asked").intValue()).isZero();

        clock.forward(Duration.ofDays(2));
        recounted(org, lead, mine);
    }

    /** Who waits by the list of customers. */
    private int listed(TestUser user) {
        JsonNode lines = counter.as(user)
                .find("/api/customer-lists/MINE?filter={filter}", "{\"unansweredHours\":0}")
                .json()
                .get("items");
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.get("waitingSince").isNull()).isFalse());
        return lines.size();
    }

    /** What was lost is found again in the log. */
    private void recounted(TestOrg org, TestUser lead, JsonNode before) {
        LocalDate day = jdbc.sql("select min(day) from customercare_chat where org_id = :org")
                .param("org", org.id())
                .query(LocalDate.class)
                .single();
        jdbc.sql("update customercare_chat set received = 9, sent = 9 where org_id = :org")
                .param("org", org.id())
                .update();
        jdbc.sql("update customercare_day set chats = 9 where org_id = :org")
                .param("org", org.id())
                .update();
        assertThat(numbers(lead, "TEAM")).isNotEqualTo(before);
        String path = "/api/admin/customer-care/recounts";
        assertThat(counter.as(lead).post(path, Map.of("day", day)).status()).isEqualTo(403);
        assertThat(counter.as(org.owner())
                        .post(path, Map.of("day", day.plusYears(1)))
                        .code())
                .isEqualTo("customercare.not_over");
        assertThat(counter.as(org.owner()).post(path, Map.of("day", day)).status())
                .isEqualTo(200);
        Await.until(() -> numbers(lead, "TEAM").equals(before));
    }

    @Test
    void aColleagueIsAskedInAndGoesWhenTheFirstOneIsBack() {
        TestOrg org = org();
        TestUser ann = org.user("安");
        TestUser bob = org.user("波");
        counter.alwaysThere(ann, bob);
        long way = counter.as(org.owner())
                .post(
                        "/api/contact-ways",
                        Map.of(
                                "title",
                                "门店",
                                "remark",
                                "",
                                "state",
                                "",
                                "content",
                                Map.of(
                                        "people",
                                        List.of(Map.of("memberId", ann.id()), Map.of("memberId", bob.id())),
                                        "skipVerify",
                                        true,
                                        "exclusive",
                                        false)))
                .json()
                .get("id")
                .longValue();
        Map<String, Object> exception = Map.of("ways", List.of(way), "enabled", true, "times", times("REASSIGN"));
        Map<String, Object> settings = Map.of(
                "enabled", true, "times", times("ALERT"), "closings", List.of(), "exceptions", List.of(exception));
        assertThat(counter.as(org.owner()).put(SETTINGS, settings).status()).isEqualTo(200);
        assertThat(counter.as(ann).put(SETTINGS, settings).status()).isEqualTo(403);
        TestUser guest = counter.customer(org, "李先生");
        long thread = counter.serve(guest, ann, way);
        counter.write(ann, thread, "您好");
        counter.write(guest, thread, "有人吗");
        counter.awaitStep(ann, "NONE");

        clock.forward(Duration.ofMinutes(11));
        counter.awaitStep(ann, "REMINDED");
        clock.forward(Duration.ofMinutes(21));
        counter.awaitStep(bob, "PASSED");
        Await.until(() -> counter.told(bob).equals(List.of("请接待客户李先生"))
                && counter.told(ann).contains("客户李先生已请波接待"));
        String seen = counter.as(bob)
                .get("/api/conversations/" + thread + "/entries?after=0")
                .text();
        assertThat(seen).contains("有人吗").doesNotContain("您好");
        counter.write(bob, thread, "我来帮您");
        Await.until(() -> counter.waits(bob, "MINE").isEmpty());
        assertThat(numbers(ann, "MINE").get("passed").intValue()).isOne();
        assertThat(numbers(ann, "MINE").get("answered").intValue()).isOne();
        assertThat(numbers(bob, "MINE").get("sent").intValue()).isOne();

        counter.write(guest, thread, "还有一个问题");
        counter.awaitStep(bob, "NONE");
        counter.write(ann, thread, "我回来了");
        Await.until(() -> counter.as(bob).get("/api/conversations/" + thread).status() == 404);
        assertThat(counter.as(ann).get("/api/conversations/" + thread).status()).isEqualTo(200);
        assertThat(counter.as(bob).post(WAITS + thread + "/leave", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void customersOfALeaverAreTheLeadsAndBadInputIsRefused() {
        TestOrg org = org();
        TestUser ann = org.user("安");
        TestUser lead = org.user("领");
        lead(org, lead);
        TestUser guest = counter.customer(org, "赵女士");
        long thread = counter.serve(guest, ann, null);
        counter.as(org.owner()).put("/api/members/" + ann.id() + "/state", Map.of("state", "LEFT"));
        counter.write(guest, thread, "还在吗");
        Await.until(() -> counter.waits(lead, "TEAM").size() == 1);
        clock.forward(Duration.ofDays(12)); // longer than the longest public holiday
        Await.until(() -> counter.told(lead).contains("客户赵女士一直没有收到回复"));

        TestUser stranger = org().owner();
        for (String path : List.of("", "/settle", "/leave")) {
            var reply = path.isEmpty()
                    ? counter.as(stranger).get(WAITS + thread)
                    : counter.as(stranger).post(WAITS + thread + path, Map.of("reason", "ENDED"));
            assertThat(reply.code()).isEqualTo("customercare.not_found");
        }
        assertThat(counter.as(lead).post(WAITS + thread + "/settle", Map.of()).status())
                .isEqualTo(400);
        assertThat(counter.as(lead)
                        .post(WAITS + thread + "/settle", Map.of("reason", "ENDED"))
                        .status())
                .isEqualTo(204);
        assertThat(counter.as(lead)
                        .post(WAITS + thread + "/settle", Map.of("reason", "ENDED"))
                        .code())
                .isEqualTo("customercare.not_waiting");
        assertThat(counter.waits(lead, "TEAM")).isEmpty();
        JsonNode team = numbers(lead, "TEAM");
        assertThat(team.get("settled").intValue()).isOne();
        assertThat(team.get("share").isNull()).isTrue();

        assertThat(counter.as(lead).get("/api/customer-care/waits?after=x").code())
                .isEqualTo("platform.bad_cursor");
        String statistics = "/api/customer-care/statistics/TEAM?from=2026-01-02&until=";
        assertThat(counter.as(lead).get(statistics + "2026-01-01").code()).isEqualTo("customercare.bad_span");
        assertThat(counter.as(lead).get(statistics + "2028-01-01").code()).isEqualTo("customercare.bad_span");
        assertThat(counter.as(lead).get(statistics + "2026-03-01&department=1").status())
                .isEqualTo(404);
        Map<String, Object> foreign = Map.of(
                "enabled",
                true,
                "closings",
                List.of(),
                "exceptions",
                List.of(),
                "times",
                Map.of(
                        "remindMinutes",
                        10,
                        "escalateMinutes",
                        20,
                        "action",
                        "ALERT",
                        "colleagues",
                        List.of(),
                        "alert",
                        List.of(stranger.id())));
        assertThat(counter.as(org.owner()).put(SETTINGS, foreign).code()).isEqualTo("customercare.unknown_person");

        var file = counter.as(org.owner()).get("/api/customer-care/statistics/ALL/export.xlsx" + span());
        assertThat(file.status()).isEqualTo(200);
        JsonNode exports = counter.as(org.owner())
                .get("/api/admin/customer-care/exports")
                .json()
                .get("items");
        assertThat(exports.get(0).get("lines").intValue()).isOne();
        assertThat(counter.as(lead)
                        .get("/api/customer-care/statistics/ALL/export.xlsx" + span())
                        .status())
                .isEqualTo(403);
    }
}
