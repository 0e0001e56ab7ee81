package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.members;
import static org.qiao.ding.Alarm.step;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class DingHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    Sockets sockets;

    private Alarm alarm;
    private TestOrg org;
    private TestUser sender;
    private TestUser worker;

    @BeforeEach
    void company() {
        alarm = new Alarm(http, jdbc);
        org = alarm.awake(given.org());
        sender = org.user("班长");
        worker = org.user("工人");
    }

    @Test
    void aDingIsSentOnceForOneKey() {
        Map<String, Object> draft = draft(members(worker), null);

        TestBrowser.Reply first = alarm.send(sender, draft);
        TestBrowser.Reply again = alarm.send(sender, draft);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(first.json().get("counts").get("total").asInt()).isEqualTo(1);
        assertThat(first.json().get("source").stringValue()).isEqualTo("WORKBENCH");
    }

    @Test
    void whatWaitsForMeIsListedUntilIConfirm() {
        long ding = alarm.sent(sender, draft(members(worker), Alarm.APP_SMS_VOICE));
        Await.until(() -> !alarm.steps(ding).isEmpty());

        JsonNode waiting = alarm.get(worker, "/api/dings?box=WAITING").get("items");
        assertThat(waiting.size()).isEqualTo(1);
        JsonNode mine = waiting.get(0).get("ding");
        assertThat(mine.get("mine").get("alertedAt").isNull()).isFalse();
        assertThat(mine.get("counts").isNull()).as("only for the sender").isTrue();

        alarm.as(worker).post("/api/dings/" + ding + "/confirm", Map.of());

        assertThat(alarm.get(worker, "/api/dings?box=WAITING").get("items").isEmpty())
                .isTrue();
        assertThat(alarm.get(worker, "/api/dings/summary").get("waiting").asInt())
                .isZero();
        assertThat(alarm.get(worker, "/api/dings?box=RECEIVED").get("items").size())
                .isEqualTo(1);
        assertThat(alarm.get(sender, "/api/dings?box=SENT").get("items").size()).isEqualTo(1);
    }

    @Test
    void othersSeeNothing() {
        long ding = alarm.sent(sender, draft(members(worker), null));
        TestUser other = org.user("旁人");

        for (String path : List.of("", "/comments", "/recipients", "/export.xlsx")) {
            assertThat(alarm.as(other).get("/api/dings/" + ding + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(alarm.as(worker).get("/api/dings/" + ding + "/recipients").status())
                .as("the board is the sender's")
                .isEqualTo(404);
        assertThat(alarm.as(worker)
                        .post("/api/dings/" + ding + "/recall", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void badDraftsAreRefusedAndChangeNothing() {
        Map<String, Object> empty = draft(members(worker), null);
        empty.put("text", "  ");
        Map<String, Object> late = draft(members(worker), null);
        late.put("sendAt", clock.instant().minusSeconds(60).toString());
        Map<String, Object> long1 = draft(members(worker), null);
        long1.put("text", "长".repeat(2_001));

        assertThat(alarm.send(sender, empty).code()).isEqualTo("ding.text_required");
        assertThat(alarm.send(sender, late).code()).isEqualTo("ding.bad_time");
        assertThat(alarm.send(sender, long1).status()).isEqualTo(400);
        assertThat(alarm.send(sender, draft(members(worker), ladder(step(3, "PERSON", "APP"))))
                        .code())
                .isEqualTo("ding.bad_ladder");
        assertThat(alarm.send(sender, draft(members(worker), ladder())).status())
                .isEqualTo(400);
        assertThat(alarm.get(sender, "/api/dings?box=SENT").get("items").isEmpty())
                .isTrue();
    }

    @Test
    void twentyAnHourAreEnough() {
        for (int i = 0; i < 20; i++) {
            alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "APP"))));
        }

        TestBrowser.Reply refused = alarm.send(sender, draft(members(worker), null));
        assertThat(refused.code()).isEqualTo("ding.too_many_dings");
        assertThat(refused.headers().getFirst("Retry-After")).isNotNull();

        clock.forward(Duration.ofMinutes(61));
        assertThat(alarm.send(sender, draft(members(worker), null)).status()).isEqualTo(201);
    }

    @Test
    void aDingOfLaterIsSeenWhenItsMinuteHasCome() {
        Map<String, Object> draft = draft(members(worker), ladder(step(0, "PERSON", "APP")));
        draft.put("sendAt", clock.instant().plus(Duration.ofHours(2)).toString());
        long ding = alarm.sent(sender, draft);

        assertThat(alarm.as(worker).get("/api/dings/" + ding).status()).isEqualTo(404);
        assertThat(alarm.get(worker, "/api/dings?box=RECEIVED").get("items").isEmpty())
                .isTrue();

        clock.forward(Duration.ofHours(2));
        Await.until(() -> alarm.steps(ding).size() == 1);
        assertThat(alarm.get(worker, "/api/dings?box=WAITING").get("items").size())
                .isEqualTo(1);
    }

    @Test
    void remindingIsPossibleEveryFiveMinutesAndReachesOnlyThoseWhoWait() {
        TestUser other = org.user("乙");
        long ding = alarm.sent(sender, draft(members(worker, other), ladder(step(0, "PERSON", "APP"))));
        Await.until(() -> alarm.steps(ding).size() == 2);
        alarm.as(other).post("/api/dings/" + ding + "/confirm", Map.of());

        assertThat(alarm.as(sender)
                        .post("/api/dings/" + ding + "/remind", Map.of())
                        .code())
                .isEqualTo("ding.too_soon");
        clock.forward(Duration.ofMinutes(5));
        assertThat(alarm.as(sender)
                        .post("/api/dings/" + ding + "/remind", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(alarm.steps(ding)).hasSize(3);
        clock.forward(Duration.ofMinutes(5));
        alarm.as(worker).post("/api/dings/" + ding + "/confirm", Map.of());
        assertThat(alarm.as(sender)
                        .post("/api/dings/" + ding + "/remind", Map.of())
                        .code())
                .isEqualTo("ding.nobody_waits");
    }

    @Test
    void remindingByAChosenWayUsesTheRules() {
        long ding =
                alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "APP"), step(60, "PERSON", "SMS"))));
        Await.until(() -> alarm.steps(ding).size() == 1);
        clock.forward(Duration.ofMinutes(5));

        alarm.unreachable(org);
        alarm.as(sender).post("/api/dings/" + ding + "/remind", Map.of("ways", List.of("SMS", "VOICE")));
        alarm.untilTried(ding, clock);

        assertThat(alarm.orders(ding))
                .as("voice was not among the ways of the ladder")
                .containsExactly("SMS QUEUED");
    }

    @Test
    void protectedPeopleAreNotReachedAndTheSenderIsTold() {
        TestUser boss = org.user("董事长");
        TestUser admin = org.admin();
        alarm.as(admin).put("/api/admin/ding/protected/" + boss.id(), Map.of("mode", "REFUSE", "senderIds", List.of()));
        Map<String, Object> draft = draft(members(boss, worker), null);

        JsonNode estimate = alarm.as(sender).post("/api/dings/estimate", draft).json();
        long ding = alarm.sent(sender, draft);

        assertThat(estimate.get("recipients").asInt()).isEqualTo(1);
        assertThat(estimate.get("refused").get("items").get(0).get("reason").stringValue())
                .isEqualTo("PROTECTED");
        JsonNode refused = alarm.get(sender, "/api/dings/" + ding + "/recipients?filter=REFUSED")
                .get("items");
        assertThat(refused.get(0).get("person").get("id").asLong()).isEqualTo(boss.id());
        assertThat(alarm.as(boss).get("/api/dings/" + ding).status()).isEqualTo(404);
        assertThat(alarm.get(boss, "/api/dings?box=RECEIVED").get("items").isEmpty())
                .isTrue();
        assertThat(alarm.send(sender, draft(members(boss), null)).code()).isEqualTo("ding.everybody_refused");
    }

    @Test
    void theEstimateCountsPiecesAndCallsAndTheirPrice() {
        alarm.unreachable(org);
        price("SMS", 5);
        price("VOICE", 12);
        Map<String, Object> draft = draft(
                Map.of(
                        "members", List.of(worker.id()),
                        "phones", List.of(Map.of("phone", "13900139003", "name", "王师傅"))),
                null);
        draft.put("text", "短");

        JsonNode estimate = alarm.as(sender).post("/api/dings/estimate", draft).json();

        assertThat(estimate.get("recipients").asInt()).isEqualTo(2);
        assertThat(estimate.get("outsiders").asInt()).isEqualTo(1);
        JsonNode sms = way(estimate, "SMS");
        assertThat(sms.get("people").asInt()).isEqualTo(2);
        assertThat(sms.get("costFen").asLong()).isEqualTo(5L * sms.get("units").asInt());
        assertThat(way(estimate, "VOICE").get("costFen").asLong()).isEqualTo(24);
        assertThat(alarm.get(sender, "/api/dings?box=SENT").get("items").isEmpty())
                .isTrue();
        assertThat(alarm.get(sender, "/api/ding-options").get("channels").valueStream())
                .as("push needs no settings")
                .hasSize(3);
    }

    private static JsonNode way(JsonNode estimate, String name) {
        for (JsonNode way : estimate.get("ways")) {
            if (way.get("way").stringValue().equals(name)) {
                return way;
            }
        }
        throw new AssertionError("no " + name);
    }

    private void price(String channel, int fen) {
        jdbc.sql("update notice_carrier set price_fen = :fen where org_id = :org and channel = :channel")
                .param("org", org.id())
                .param("channel", channel)
                .param("fen", fen)
                .update();
    }

    @Test
    void everybodyConcernedTalksInTheThread() {
        long ding = alarm.sent(sender, draft(members(worker), null));

        for (TestUser user : List.of(worker, sender)) {
            for (int i = 0; i < 2; i++) { // a repeat changes nothing
                int status = alarm.as(user)
                        .post("/api/dings/" + ding + "/comments", Map.of("key", "c1", "text", "在路上"))
                        .status();
                assertThat(status).isEqualTo(204);
            }
        }

        JsonNode thread = alarm.get(sender, "/api/dings/" + ding + "/comments?limit=1");
        assertThat(thread.get("items").get(0).get("author").get("id").asLong()).isEqualTo(worker.id());
        JsonNode rest = alarm.get(
                sender,
                "/api/dings/" + ding + "/comments?after=" + thread.get("next").stringValue());
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(alarm.get(worker, "/api/dings/" + ding).get("comments").asInt())
                .isEqualTo(2);
    }

    @Test
    void theSpreadsheetGuardsFormulas() throws Exception {
        Map<String, Object> range = Map.of("phones", List.of(Map.of("phone", "13900139004", "name", "=1+1")));
        long ding = alarm.sent(sender, draft(range, null));

        byte[] bytes = http.get()
                .uri("/api/dings/" + ding + "/export.xlsx")
                .headers(sender::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("姓名");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("139****9004");
        }
    }

    @Test
    void devicesAreToldToLook() {
        try (TestSocket mine = sockets.open(worker);
                TestSocket board = sockets.open(sender)) {
            long ding = alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "APP"))));

            JsonNode received = mine.next("ding");
            assertThat(received.get("id").asLong()).isEqualTo(ding);
            assertThat(received.get("kind").stringValue()).isEqualTo("RECEIVED");
            assertThat(board.next("ding").get("kind").stringValue()).isEqualTo("BOARD");

            alarm.as(worker).post("/api/dings/" + ding + "/confirm", Map.of());
            assertThat(mine.next("ding").get("kind").stringValue()).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void whomADingConcernsShowsItInAConversationUntilItIsRecalled() {
        TestUser other = org.user("旁人");
        long ding = alarm.sent(sender, draft(members(worker), null));
        long chat = alarm.as(worker)
                .post("/api/conversations", Map.of("kind", "DIRECT", "memberId", other.id()))
                .json()
                .get("id")
                .asLong();
        Map<String, Object> share = Map.of("conversation", chat, "key", "share-1");
        String address = "/api/dings/" + ding + "/share";

        TestBrowser.Reply first = alarm.as(worker).post(address, share);
        assertThat(first.status()).isEqualTo(200);
        assertThat(alarm.as(worker).post(address, share).json()).isEqualTo(first.json());
        assertThat(alarm.as(other).post(address, share).status()).isEqualTo(404);
        assertThat(alarm.as(sender).post(address, share).code()).isEqualTo("messaging.not_found");
        JsonNode card = alarm.get(other, "/api/conversations/" + chat)
                .get("last")
                .get("body")
                .get("card");
        assertThat(card.get("type").stringValue()).isEqualTo("ding");
        assertThat(card.get("link").stringValue()).isEqualTo("/dings/" + ding);
        assertThat(card.get("lines").get(0).get(1).stringValue()).isEqualTo("班长");

        alarm.as(sender).post("/api/dings/" + ding + "/recall", Map.of());
        assertThat(alarm.as(worker)
                        .post(address, Map.of("conversation", chat, "key", "share-2"))
                        .code())
                .isEqualTo("ding.recalled");
    }

    @Test
    void aRecurringDingIsSentOnEachDayOnce() {
        var zone = java.time.ZoneId.of("Asia/Shanghai");
        var soon = clock.instant().plus(Duration.ofHours(1)).atZone(zone);
        Map<String, Object> recurrence = Map.of(
                "kind", "DAILY",
                "time", soon.toLocalTime().withNano(0).toString(),
                "startsOn", soon.toLocalDate().toString(),
                "endsOn", soon.toLocalDate().plusDays(1).toString());
        Map<String, Object> draft = draft(members(worker), ladder(step(0, "PERSON", "APP")));

        JsonNode made = alarm.as(sender)
                .post("/api/ding-schedules", Map.of("ding", draft, "recurrence", recurrence))
                .json();
        assertThat(made.get("nextAt").isNull()).isFalse();

        clock.forward(Duration.ofHours(1));
        Await.until(() -> sent() == 1);
        clock.forward(Duration.ofDays(1));
        Await.until(() -> sent() == 2);
        Await.until(() -> alarm.get(sender, "/api/ding-schedules")
                .get("items")
                .get(0)
                .get("endedReason")
                .toString()
                .contains("OVER"));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void aScheduleBeyondAllCalendarsIsRefused() {
        for (String start : List.of("+999999999-12-31", "+999999-01-01", "-99999999-01-01")) {
            Map<String, Object> recurrence = Map.of("kind", "DAILY", "time", "08:30", "startsOn", start);
            Map<String, Object> body = Map.of("ding", draft(members(worker), null), "recurrence", recurrence);

            assertThat(alarm.as(sender).post("/api/ding-schedules", body).code())
                    .isEqualTo("ding.bad_time");
        }
    }

    @Test
    void aStoppedScheduleSendsNoMore() {
        Map<String, Object> recurrence = Map.of("kind", "DAILY", "time", "08:30", "startsOn", "2026-01-01");
        Map<String, Object> body = Map.of("ding", draft(members(worker), null), "recurrence", recurrence);
        long id = alarm.as(sender)
                .post("/api/ding-schedules", body)
                .json()
                .get("id")
                .asLong();

        assertThat(alarm.as(worker).delete("/api/ding-schedules/" + id).status())
                .isEqualTo(404);
        assertThat(alarm.as(sender).delete("/api/ding-schedules/" + id).status())
                .isEqualTo(204);
        clock.forward(Duration.ofDays(1));

        assertThat(sent()).isZero();
    }

    private long sent() {
        return jdbc.sql("select count(*) from ding where org_id = :org")
                .param("org", org.id())
                .query(Long.class)
                .single();
    }
}
