package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.members;
import static org.qiao.ding.Alarm.step;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeAnswered;
import org.qiao.platform.SecureTokens;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way to confirm. Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class ConfirmTest {

    private static final Pattern LINK = Pattern.compile("/ding/([A-Za-z0-9_-]{43})");

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Alarm alarm;
    private TestOrg org;
    private TestUser sender;
    private TestUser worker;
    private long ding;
    private long recipient;

    @BeforeEach
    void aDingByEveryWay() {
        Shift shift = Shift.begin(http, jdbc, given);
        alarm = shift.alarm();
        org = shift.org();
        sender = shift.sender();
        worker = shift.worker();
        ding = alarm.sent(
                sender, draft(members(worker), ladder(step(0, "PERSON", "APP", "EMAIL", "SMS", "VOICE", "PUSH"))));
        recipient = alarm.recipient(ding, worker);
        Await.until(() -> alarm.steps(ding).size() == 5);
        alarm.untilTried(ding, clock);
    }

    private String token() {
        Matcher link = LINK.matcher(alarm.content(ding, "SMS"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void answer(String way, Channel channel, String text) {
        String key = alarm.key(ding, way);
        var at = clock.instant();
        for (int i = 0; i < 2; i++) { // told at least once
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new NoticeAnswered(org.id(), key, channel, text, at)));
        }
    }

    private void untilConfirmedBy(String way) {
        Await.until(() -> alarm.state(recipient).equals("CONFIRMED"));
        var line = alarm.board(sender, ding).get("items").get(0);
        assertThat(line.get("confirmedWay").stringValue()).isEqualTo(way);
        assertThat(line.get("confirmedBy").get("id").asLong()).isEqualTo(worker.id());
        whatWaitedIsCancelled();
    }

    /** The company has no mail server, and the worker no device for pushes: those were over before. */
    private void whatWaitedIsCancelled() {
        assertThat(alarm.orders(ding))
                .containsExactlyInAnyOrder("PUSH FAILED", "EMAIL FAILED", "SMS CANCELLED", "VOICE CANCELLED");
    }

    @Test
    void inTheAppAndTwiceIsTheSameAsOnce() {
        TestBrowser browser = alarm.as(worker);

        var first = browser.post("/api/dings/" + ding + "/confirm", Map.of()).json();
        clock.forward(Duration.ofMinutes(1));
        var second = browser.post("/api/dings/" + ding + "/confirm", Map.of()).json();

        assertThat(second.get("mine").get("confirmedAt"))
                .isEqualTo(first.get("mine").get("confirmedAt"));
        untilConfirmedBy("APP");
    }

    @Test
    void byTheLinkWithADeliberateTapOnly() {
        String token = token();
        TestBrowser stranger = new TestBrowser(http);

        var shown = stranger.get("/api/public/dings/" + token).json();
        assertThat(shown.get("text").stringValue()).isEqualTo("三号线停机");
        assertThat(shown.get("sender").stringValue()).isEqualTo("班长");
        assertThat(shown.get("company").stringValue()).isEqualTo("测试公司");
        assertThat(alarm.state(recipient)).as("a preview confirms nothing").isEqualTo("WAITING");
        assertThat(alarm.board(sender, ding).get("items").get(0).get("openedAt").isNull())
                .isFalse();

        var confirmed = stranger.post("/api/public/dings/" + token + "/confirm", Map.of())
                .json();
        assertThat(confirmed.get("state").stringValue()).isEqualTo("CONFIRMED");
        untilConfirmedBy("LINK");
        assertThat(stranger.post("/api/public/dings/" + token + "/confirm", Map.of())
                        .status())
                .as("again")
                .isEqualTo(200);
    }

    @Test
    void byAReply() {
        answer("SMS", Channel.SMS, " １ ");

        untilConfirmedBy("SMS");
    }

    @Test
    void byAKeyInTheCall() {
        answer("VOICE", Channel.VOICE, "1");

        untilConfirmedBy("VOICE");
    }

    @Test
    void anotherReplyIsACommentOnce() {
        answer("SMS", Channel.SMS, "几点开始？");

        Await.until(() -> alarm.get(sender, "/api/dings/" + ding + "/comments")
                        .get("items")
                        .size()
                == 1);
        alarm.untilAllIsTold(org.id());
        var items = alarm.get(sender, "/api/dings/" + ding + "/comments").get("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).get("text").stringValue()).isEqualTo("几点开始？");
        assertThat(items.get(0).get("way").stringValue()).isEqualTo("SMS");
        assertThat(alarm.state(recipient)).isEqualTo("WAITING");
    }

    @Test
    void aWrongKeyConfirmsNothing() {
        answer("VOICE", Channel.VOICE, "3");

        alarm.untilAllIsTold(org.id());
        assertThat(alarm.state(recipient)).isEqualTo("WAITING");
    }

    @Test
    void aForgedTokenLooksLikeNothing() {
        TestBrowser stranger = new TestBrowser(http);
        String forged = SecureTokens.create();

        assertThat(stranger.get("/api/public/dings/" + forged).code()).isEqualTo("ding.not_found");
        assertThat(stranger.post("/api/public/dings/" + forged + "/confirm", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOldTokenIsGone() {
        String token = token();
        clock.forward(Duration.ofDays(7));
        TestBrowser stranger = new TestBrowser(http);

        assertThat(stranger.get("/api/public/dings/" + token).status()).isEqualTo(410);
        assertThat(stranger.post("/api/public/dings/" + token + "/confirm", Map.of())
                        .code())
                .isEqualTo("ding.expired");
    }

    @Test
    void aRecalledDingShowsNoTextAndCannotBeConfirmed() {
        String token = token();
        assertThat(alarm.as(sender)
                        .post("/api/dings/" + ding + "/recall", Map.of())
                        .status())
                .isEqualTo(200);
        TestBrowser stranger = new TestBrowser(http);

        var shown = stranger.get("/api/public/dings/" + token).json();
        assertThat(shown.get("state").stringValue()).isEqualTo("RECALLED");
        assertThat(shown.get("text").stringValue()).isEmpty();
        assertThat(stranger.post("/api/public/dings/" + token + "/confirm", Map.of())
                        .code())
                .isEqualTo("ding.recalled");
        assertThat(alarm.as(worker)
                        .post("/api/dings/" + ding + "/confirm", Map.of())
                        .code())
                .isEqualTo("ding.recalled");
        assertThat(alarm.get(worker, "/api/dings/" + ding).get("text").stringValue())
                .isEmpty();
        whatWaitedIsCancelled();
    }

    @Test
    void onlyTheHashOfATokenIsStored() {
        String token = token();

        assertThat(jdbc.sql("select count(*) from ding_step where token_hash = :hash")
                        .param("hash", SecureTokens.hash(token))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
