package org.qiao.noticesim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.SmsText;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.NoticeRecorder;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Alone: another test that moves the clock would let a phone ring out. */
@QiaoTest
@Isolated
class SimulatedNetworkTest {

    private static final String SIMULATION = "/api/admin/notice/simulation";
    private static final String PHONE = SIMULATION + "/phones/8613800138000";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    NoticeRecorder heard;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestOrg org;
    private TestUser admin;
    private TestBrowser boss;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        boss = new TestBrowser(http).signedIn(admin);
    }

    private void on() {
        assertThat(boss.put(SIMULATION, Map.of("on", true)).json().path("sms").asString())
                .isEqualTo("SIMULATED");
    }

    private long send(String channel) {
        return boss.post("/api/admin/notice/channels/" + channel + "/test", Map.of("address", "13800138000"))
                .json()
                .path("id")
                .asLong();
    }

    private JsonNode order(long id) {
        return boss.get("/api/admin/notice/orders/" + id).json();
    }

    private String awaitEnd(long id) {
        Await.until(() -> java.util.Set.of("DELIVERED", "FAILED")
                .contains(order(id).path("state").asString("")));
        return order(id).path("reason").asString("").isEmpty()
                ? order(id).path("state").asString("")
                : order(id).path("reason").asString("");
    }

    private long ringing() {
        Await.until(() -> phone().path("callId").asLong(0) != 0);
        return phone().path("callId").asLong();
    }

    private JsonNode phone() {
        return boss.get(SIMULATION + "/phones").json().path("items").path(0);
    }

    private TestBrowser.Reply act(long call, String action) {
        return boss.post(SIMULATION + "/calls/" + call, Map.of("action", action));
    }

    @Test
    void itIsSwitchedOnAndOffWithoutTouchingARealCarrier() {
        assertThat(boss.get(SIMULATION).json().path("voice").asString()).isEqualTo("NONE");
        on();
        boss.put(SIMULATION, Map.of("on", false));
        assertThat(boss.get(SIMULATION).json().path("sms").asString()).isEqualTo("NONE");
        jdbc.sql("""
                        insert into notice_carrier (org_id, channel, kind, settings, enabled, per_minute, updated_by, updated_at)
                        values (:org, 'SMS', 'SMPP', '\\x00', true, 60, :by, now())
                        """).param("org", admin.orgId()).param("by", admin.id()).update();

        JsonNode mixed = boss.put(SIMULATION, Map.of("on", true)).json();
        assertThat(mixed.path("sms").asString()).isEqualTo("REAL");
        assertThat(mixed.path("voice").asString()).isEqualTo("SIMULATED");
        boss.put(SIMULATION, Map.of("on", false));
        assertThat(boss.get(SIMULATION).json().path("sms").asString()).isEqualTo("REAL");
    }

    @Test
    void aTextAppearsOnThePhoneAndItsReplyIsAnAnswer() {
        on();
        assertThat(awaitEnd(send("SMS"))).isEqualTo("DELIVERED");
        JsonNode text = boss.get(PHONE + "/messages").json().path("items").path(0);
        assertThat(text.path("text").asString()).contains("测试通知");
        assertThat(text.path("state").asString()).isEqualTo("DELIVERED");

        assertThat(boss.post(PHONE + "/messages", Map.of("text", " 1 "))
                        .json()
                        .path("answered")
                        .asBoolean())
                .isTrue();

        assertThat(heard.answers(admin.orgId()))
                .singleElement()
                .satisfies(answer -> assertThat(answer.answer()).isEqualTo("1"));
        assertThat(boss.get(PHONE + "/messages?limit=1")
                        .json()
                        .path("items")
                        .path(0)
                        .path("fromPhone")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCallIsAnsweredAndAKeyPressed() {
        on();
        long order = send("VOICE");
        long call = ringing();
        assertThat(act(call, "HANG_UP").code()).isEqualTo("noticesim.call_over");
        assertThat(act(call, "PRESS").status()).isEqualTo(400);
        act(call, "ANSWER");
        assertThat(boss.post(SIMULATION + "/calls/" + call, Map.of("action", "PRESS", "key", "1"))
                        .json()
                        .path("pressed")
                        .asString())
                .isEqualTo("1");

        assertThat(awaitEnd(order)).isEqualTo("DELIVERED");
        Await.until(() -> !heard.answers(admin.orgId()).isEmpty());
        assertThat(heard.answers(admin.orgId()).getFirst().answer()).isEqualTo("1");
        assertThat(order(order).path("units").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(act(call, "ANSWER").code()).isEqualTo("noticesim.call_over");
    }

    @Test
    void aCallThatNobodyTakesOrThatIsRejectedSaysSo() {
        on();
        long unanswered = send("VOICE");
        ringing();
        clock.forward(SimulatedCalls.RING);
        assertThat(awaitEnd(unanswered)).isEqualTo("NO_ANSWER");

        long rejected = send("VOICE");
        act(ringing(), "REJECT");
        assertThat(awaitEnd(rejected)).isEqualTo("BUSY");

        long heardOnly = send("VOICE");
        long call = ringing();
        act(call, "ANSWER");
        act(call, "HANG_UP");
        assertThat(awaitEnd(heardOnly)).isEqualTo("DELIVERED");
        assertThat(boss.get(PHONE + "/calls").json().path("items").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"AT_ONCE, DELIVERED", "TWICE, DELIVERED", "UNDELIVERABLE, NOT_DELIVERED"})
    void thePhoneDecidesWhatBecomesOfAText(Delivery delivery, String end) {
        on();
        boss.put(PHONE, Map.of("on", true, "delivery", delivery));

        assertThat(awaitEnd(send("SMS"))).isEqualTo(end);
    }

    @Test
    void aPhoneThatIsOffIsReachedInNoWay() {
        on();
        boss.put(PHONE, Map.of("on", false, "delivery", "AT_ONCE"));

        assertThat(awaitEnd(send("SMS"))).isEqualTo("NO_ROUTE");
        assertThat(awaitEnd(send("VOICE"))).isEqualTo("NO_ROUTE");
    }

    @Test
    void aDelayedReceiptComesLaterAndALyingNetworkNeverSaysAnything() {
        on();
        boss.put(PHONE, Map.of("on", true, "delivery", "NEVER"));
        long never = send("SMS");
        Await.until(() -> order(never).path("state").asString("").equals("SENT"));
        boss.put(PHONE, Map.of("on", true, "delivery", "DELAYED"));
        long later = send("SMS");
        Await.until(() -> order(later).path("state").asString("").equals("SENT"));

        clock.forward(Duration.ofMinutes(3));

        assertThat(awaitEnd(later)).isEqualTo("DELIVERED");
        assertThat(order(never).path("state").asString()).isEqualTo("SENT");
    }

    @Test
    void aRefusingNetworkRefuses() {
        boss.put(SIMULATION, Map.of("on", true, "network", "REFUSING"));

        assertThat(awaitEnd(send("SMS"))).isEqualTo("REFUSED");
        assertThat(awaitEnd(send("VOICE"))).isEqualTo("REFUSED");
        assertThat(boss.get(SIMULATION).json().path("network").asString()).isEqualTo("REFUSING");
    }

    @Test
    void aPhoneSaysWhoseItIsToHisOwnCompanyOnly() {
        on();
        String number = given.phone(org.user("林晓"));
        String name = boss.put(SIMULATION + "/phones/" + number, Map.of("on", true, "delivery", "AT_ONCE"))
                .json()
                .path("name")
                .asString();
        assertThat(name).isEqualTo("林晓");
        assertThat(phone().path("name").asString()).isEqualTo("林晓");

        TestBrowser stranger = new TestBrowser(http).signedIn(given.org().admin());
        stranger.put(SIMULATION + "/phones/" + number, Map.of("on", true, "delivery", "AT_ONCE"));
        assertThat(stranger.get(SIMULATION + "/phones")
                        .json()
                        .path("items")
                        .path(0)
                        .path("name")
                        .isNull())
                .isTrue();
    }

    @Test
    void phonesArePagedAndStrangersSeeNone() {
        on();
        for (int i = 1; i <= 3; i++) {
            boss.put(SIMULATION + "/phones/1380013800" + i, Map.of("on", true, "delivery", "AT_ONCE"));
        }
        JsonNode first = boss.get(SIMULATION + "/phones?limit=2").json();
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode second = boss.get(SIMULATION + "/phones?limit=2&after="
                        + first.path("next").asString())
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(boss.get(SIMULATION + "/phones?after=x").code()).isEqualTo("platform.bad_cursor");
        assertThat(boss.get(SIMULATION + "/phones/abc/messages").code()).isEqualTo("noticesim.bad_number");

        TestBrowser stranger = new TestBrowser(http).signedIn(given.org().admin());
        assertThat(stranger.get(PHONE + "/messages").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "160, 1, a",
        "161, 2, a",
        "306, 2, a",
        "307, 3, a",
        "70, 1, 中",
        "71, 2, 中",
        "134, 2, 中",
        "135, 3, 中",
        "80, 1, €",
        "81, 2, €"
    })
    void piecesAreCountedAsNetworksDo(int length, int pieces, String letter) {
        assertThat(SmsText.count(letter.repeat(length))).isEqualTo(pieces);
    }
}
