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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.directory.MemberLeft;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who leaves or is locked out while a DING waits for him. Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class LeaverTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    LadderClock ladderClock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Shift shift;
    private Alarm alarm;
    private long ding;

    @BeforeEach
    void aDingThatWaits() {
        shift = Shift.begin(http, jdbc, given);
        alarm = shift.alarm();
        ding = alarm.sent(
                shift.sender(),
                draft(members(shift.worker()), ladder(step(0, "PERSON", "APP", "SMS"), step(5, "PERSON", "VOICE"))));
        Await.until(() -> alarm.steps(ding).size() == 2);
        alarm.untilTried(ding, clock);
    }

    private void becomes(String state) {
        TestUser admin = shift.org().admin();
        TestBrowser.Reply reply =
                alarm.as(admin).put("/api/members/" + shift.worker().id() + "/state", Map.of("state", state));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private JsonNode line() {
        return alarm.board(shift.sender(), ding).at("/items/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEFT", "DISABLED"})
    void isAskedNoMoreAndTheBoardSaysWhy(String state) {
        becomes(state);

        Await.until(() -> line().get("state").stringValue().equals("CLOSED"));
        assertThat(line().get("reason").stringValue()).isEqualTo(state);
        assertThat(alarm.orders(ding)).containsExactly("SMS CANCELLED");
        clock.forward(Duration.ofMinutes(5));
        ladderClock.tick();
        assertThat(alarm.steps(ding)).as("no call").hasSize(2);
        JsonNode counts = alarm.get(shift.sender(), "/api/dings/" + ding).get("counts");
        assertThat(counts.get("closed").asInt()).isEqualTo(1);
        assertThat(counts.get("waiting").asInt()).isZero();
        assertThat(alarm.get(shift.sender(), "/api/dings/" + ding + "/recipients?filter=UNCONFIRMED")
                        .get("items"))
                .hasSize(1);
        assertThat(alarm.as(shift.sender())
                        .post("/api/dings/" + ding + "/remind", Map.of())
                        .code())
                .isEqualTo("ding.nobody_waits");
    }

    @Test
    void theLinkShowsNothingAnyMore() {
        Matcher link = Pattern.compile("/ding/([A-Za-z0-9_-]{43})").matcher(alarm.content(ding, "SMS"));
        assertThat(link.find()).isTrue();
        becomes("LEFT");
        Await.until(() -> line().get("state").stringValue().equals("CLOSED"));
        TestBrowser stranger = new TestBrowser(http);

        JsonNode shown = stranger.get("/api/public/dings/" + link.group(1)).json();
        JsonNode confirmed = stranger.post("/api/public/dings/" + link.group(1) + "/confirm", Map.of())
                .json();

        assertThat(shown.get("state").stringValue()).isEqualTo("CLOSED");
        assertThat(shown.get("text").stringValue()).isEmpty();
        assertThat(confirmed.get("state").stringValue()).isEqualTo("CLOSED");
    }

    @Test
    void whatWasConfirmedBeforeStaysConfirmed() {
        alarm.as(shift.worker()).post("/api/dings/" + ding + "/confirm", Map.of());
        becomes("LEFT");
        alarm.untilAllIsTold(shift.org().id());

        assertThat(line().get("state").stringValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void whoIsBackBeforeTheNewsIsHeardIsStillAsked() {
        transaction.executeWithoutResult(status -> events.publishEvent(
                MemberLeft.of(shift.org().id(), shift.worker().id())));
        alarm.untilAllIsTold(shift.org().id());

        assertThat(line().get("state").stringValue()).isEqualTo("WAITING");
    }
}
