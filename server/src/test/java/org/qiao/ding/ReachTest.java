package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.APP_SMS_VOICE;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.members;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/**
 * From the sender to telephones and back, over HTTP alone: every module on the way is the real one, only the telephones are
 * simulated. Alone, because it moves the clock while a telephone rings.
 */
@QiaoTest
@Isolated
class ReachTest {

    private static final String SIMULATION = "/api/admin/notice/simulation";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private Alarm alarm;
    private TestBrowser boss;

    @Test
    void threePeopleConfirmByTheAppByAReplyAndByAKeyInTheCall() {
        alarm = new Alarm(http, jdbc);
        TestOrg org = alarm.awake(given.org());
        boss = alarm.as(org.admin());
        JsonNode simulation = boss.put(SIMULATION, Map.of("on", true)).json();
        assertThat(simulation.get("sms").stringValue()).isEqualTo("SIMULATED");
        assertThat(simulation.get("voice").stringValue()).isEqualTo("SIMULATED");
        TestUser sender = org.user("班长");
        TestUser atHisDesk = org.user("小王");
        TestUser onTheWay = org.user("小李");
        TestUser asleep = org.user("小赵");

        long ding = alarm.sent(sender, draft(members(atHisDesk, onTheWay, asleep), APP_SMS_VOICE));
        Await.until(() -> steps(sender, ding, asleep).equals(List.of("APP DELIVERED")));
        assertThat(alarm.as(atHisDesk)
                        .post("/api/dings/" + ding + "/confirm", Map.of())
                        .status())
                .isEqualTo(200);

        clock.forward(Duration.ofMinutes(5));
        Await.until(() -> List.of("APP DELIVERED", "SMS DELIVERED").equals(steps(sender, ding, onTheWay)));
        String text = boss.get(phone(onTheWay) + "/messages")
                .json()
                .at("/items/0/text")
                .stringValue();
        assertThat(text).contains("三号线停机", "班长");
        JsonNode reply =
                boss.post(phone(onTheWay) + "/messages", Map.of("text", " 1 ")).json();
        assertThat(reply.get("answered").asBoolean()).isTrue();
        Await.until(() -> way(sender, ding, onTheWay).equals("SMS"));

        Await.until(() -> List.of("APP DELIVERED", "SMS DELIVERED").equals(steps(sender, ding, asleep)));
        clock.forward(Duration.ofMinutes(5));
        long call = ringing(asleep);
        act(call, Map.of("action", "ANSWER"));
        act(call, Map.of("action", "PRESS", "key", "1"));
        Await.until(() -> way(sender, ding, asleep).equals("VOICE"));

        JsonNode counts = alarm.get(sender, "/api/dings/" + ding).get("counts");
        assertThat(counts.get("total").asInt()).isEqualTo(3);
        assertThat(counts.get("confirmed").asInt()).isEqualTo(3);
        assertThat(way(sender, ding, atHisDesk)).isEqualTo("APP");
        assertThat(steps(sender, ding, atHisDesk)).containsExactly("APP DELIVERED");
        assertThat(steps(sender, ding, onTheWay)).containsExactly("APP DELIVERED", "SMS DELIVERED");
        Await.until(() ->
                List.of("APP DELIVERED", "SMS DELIVERED", "VOICE DELIVERED").equals(steps(sender, ding, asleep)));
        assertThat(boss.get(phone(atHisDesk) + "/messages").status())
                .as("nobody wrote to him")
                .isEqualTo(404);
        assertThat(boss.get(phone(onTheWay) + "/calls").json().get("items"))
                .as("nobody called him")
                .isEmpty();
    }

    private String phone(TestUser user) {
        return SIMULATION + "/phones/" + given.phone(user).substring(1);
    }

    private long ringing(TestUser user) {
        List<Long> calls = new ArrayList<>();
        Await.until(() -> {
            boss.get(phone(user) + "/calls")
                    .json()
                    .get("items")
                    .forEach(call -> calls.add(call.get("id").asLong()));
            return !calls.isEmpty();
        });
        return calls.getFirst();
    }

    private void act(long call, Map<String, String> action) {
        TestBrowser.Reply reply = boss.post(SIMULATION + "/calls/" + call, action);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private JsonNode line(TestUser sender, long ding, TestUser recipient) {
        return alarm.board(sender, ding)
                .get("items")
                .valueStream()
                .filter(line -> line.at("/person/id").asLong() == recipient.id())
                .findFirst()
                .orElseThrow();
    }

    private String way(TestUser sender, long ding, TestUser recipient) {
        return line(sender, ding, recipient).path("confirmedWay").asString("");
    }

    private List<String> steps(TestUser sender, long ding, TestUser recipient) {
        return line(sender, ding, recipient)
                .get("steps")
                .valueStream()
                .map(step ->
                        step.get("way").stringValue() + " " + step.get("state").stringValue())
                .toList();
    }
}
