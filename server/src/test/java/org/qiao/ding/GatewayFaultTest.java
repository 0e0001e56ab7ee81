package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.members;
import static org.qiao.ding.Alarm.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Networks that are away, refuse, are slow, lie or say everything twice, as the ladder and its board see them: from the order to the
 * next step. Alone, because it moves the clock.
 */
@QiaoTest
@Isolated
class GatewayFaultTest {

    private static final String SIMULATION = "/api/admin/notice/simulation";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private Shift shift;
    private Alarm alarm;
    private TestBrowser admin;
    private long ding;

    @BeforeEach
    void company() {
        shift = Shift.begin(http, jdbc, given);
        alarm = shift.alarm();
        admin = alarm.as(shift.org().admin());
    }

    private void network(String state) {
        assertThat(admin.put(SIMULATION, Map.of("on", true, "network", state)).status())
                .isEqualTo(200);
    }

    private String phone() {
        return SIMULATION + "/phones/" + given.phone(shift.worker()).substring(1);
    }

    private void telephone(boolean on, String delivery) {
        network("WORKING");
        assertThat(admin.put(phone(), Map.of("on", on, "delivery", delivery)).status())
                .isEqualTo(200);
    }

    /** An SMS at once and another after five minutes: the second shows that the ladder went on. */
    private void send() {
        ding = alarm.sent(
                shift.sender(),
                draft(members(shift.worker()), ladder(step(0, "PERSON", "SMS"), step(5, "PERSON", "SMS"))));
    }

    private JsonNode line() {
        return alarm.board(shift.sender(), ding).at("/items/0");
    }

    /** "0 FAILED REFUSED", as the sender sees them. */
    private List<String> steps() {
        return line().get("steps")
                .valueStream()
                .map(step -> (step.get("step").asInt() + " " + step.get("state").stringValue() + " "
                                + step.path("reason").asString(""))
                        .strip())
                .toList();
    }

    private void until(String... steps) {
        Await.until(() -> steps().equals(List.of(steps)));
    }

    private int texts() {
        return admin.get(phone() + "/messages").json().get("items").size();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  AT_ONCE,       DELIVERED",
        "true,  NEVER,         SENT",
        "true,  TWICE,         DELIVERED",
        "true,  UNDELIVERABLE, FAILED NOT_DELIVERED",
        "false, AT_ONCE,       FAILED NO_ROUTE",
    })
    void whateverTheNetworkSaysTheBoardSaysItTooAndTheLadderGoesOn(boolean on, String delivery, String shown) {
        telephone(on, delivery);
        send();

        until("0 " + shown);
        clock.forward(Duration.ofMinutes(5));
        until("0 " + shown, "1 " + shown);
        alarm.untilAllIsTold(shift.org().id());

        assertThat(line().get("state").stringValue()).isEqualTo("WAITING");
        assertThat(alarm.orders(ding)).as("each step is ordered once").hasSize(2);
        if (on) {
            assertThat(texts()).as("each step arrives once").isEqualTo(2);
        }
    }

    @Test
    void aNetworkThatRefusesHoldsNothingUp() {
        network("REFUSING");
        send();

        until("0 FAILED REFUSED");
        clock.forward(Duration.ofMinutes(5));
        until("0 FAILED REFUSED", "1 FAILED REFUSED");
        assertThat(alarm.get(shift.sender(), "/api/dings/" + ding + "/recipients?filter=FAILED")
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatWaitsForANetworkThatIsAwayArrivesOnceItIsBackAndOnlyOnce() {
        send();
        Await.until(() -> steps().size() == 1);
        alarm.untilTried(ding, clock);
        clock.forward(Duration.ofMinutes(5));
        until("0 QUEUED", "1 QUEUED");
        alarm.untilTried(ding, clock);

        network("WORKING");
        clock.forward(Duration.ofMinutes(11)); // the longest wait between two attempts

        until("0 DELIVERED", "1 DELIVERED");
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void whatANetworkNeverTookIsGivenUpWithTheDing() {
        send();
        Await.until(() -> steps().size() == 1);
        alarm.untilTried(ding, clock);
        clock.forward(Duration.ofDays(7).plusSeconds(1));

        Await.until(() -> line().get("state").stringValue().equals("GAVE_UP"));
        until("0 FAILED GAVE_UP");
    }

    @Test
    void aReceiptThatComesAfterTheConfirmationIsShownAndStartsNothing() {
        telephone(true, "DELAYED");
        send();
        until("0 SENT");
        alarm.as(shift.worker()).post("/api/dings/" + ding + "/confirm", Map.of());

        clock.forward(Duration.ofMinutes(6));

        until("0 DELIVERED");
        alarm.untilAllIsTold(shift.org().id());
        assertThat(line().get("state").stringValue()).isEqualTo("CONFIRMED");
        assertThat(texts()).isEqualTo(1);
    }

    @Test
    void whoAnswersWithoutAReceiptHasGotIt() {
        telephone(true, "NEVER");
        send();
        until("0 SENT");

        admin.post(phone() + "/messages", Map.of("text", "1"));

        Await.until(() -> line().get("state").stringValue().equals("CONFIRMED"));
        until("0 DELIVERED");
    }
}
