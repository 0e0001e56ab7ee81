package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Office.approve;
import static org.qiao.approval.Office.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What time and departures do to runs. Alone, because it moves the clock. */
@QiaoTest
@Isolated
class ApprovalClockTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private Office office;
    private TestUser lead;
    private TestUser boss;

    @BeforeEach
    void company() {
        office = new Office(http, given.org());
        lead = office.org.user("组长");
        boss = office.org.user("老板");
    }

    private Map<String, Object> limited(String then) {
        Map<String, Object> node = approve("limited", lead);
        Map<String, Object> limit =
                new HashMap<>(Map.of("after", Map.of("minutes", 120, "working", false), "then", then));
        if (then.equals("TRANSFER")) {
            limit.put("to", boss.id());
        }
        node.put("limit", limit);
        return node;
    }

    @Test
    void aTaskThatIsLeftLyingGoesToSomebodyElse() {
        long id = office.submitted(office.template(limited("TRANSFER")));

        clock.forward(Duration.ofMinutes(121));

        Await.until(
                () -> !office.get(boss, "/api/approvals?box=TODO").get("items").isEmpty());
        ok(office.decide(boss, id, "AGREE", ""));
        assertThat(office.state(id)).isEqualTo("AGREED");
    }

    @Test
    void aLimitMayPassOrRefuse() {
        long passed = office.submitted(office.template(limited("PASS")));
        long refused = office.submitted(office.template(limited("REFUSE")));

        clock.forward(Duration.ofMinutes(121));

        Await.until(() -> office.state(passed).equals("AGREED"));
        Await.until(() -> office.state(refused).equals("REFUSED"));
    }

    @Test
    void whatWasAnsweredInTimeIsLeftAlone() {
        long id = office.submitted(office.template(limited("REFUSE"), approve("boss", boss)));
        ok(office.decide(lead, id, "AGREE", ""));
        long other = office.submitted(office.template(limited("PASS")));

        clock.forward(Duration.ofMinutes(121));

        Await.until(() -> office.state(other).equals("AGREED"));
        assertThat(office.state(id)).isEqualTo("RUNNING");
    }

    @Test
    void aDelayEndsByItself() {
        Map<String, Object> delay = Map.of(
                "kind", "DELAY",
                "id", "wait",
                "until", Map.of("span", Map.of("minutes", 60, "working", false)));
        long id = office.submitted(office.template(delay, approve("lead", lead)));
        assertThat(office.get(lead, "/api/approvals?box=TODO").get("items").isEmpty())
                .isTrue();

        clock.forward(Duration.ofMinutes(61));

        Await.until(
                () -> !office.get(lead, "/api/approvals?box=TODO").get("items").isEmpty());
        ok(office.decide(lead, id, "AGREE", ""));
    }

    @Test
    void whatWaitsForALeaverGoesToTheAdministratorOfTheTemplate() {
        long id = office.submitted(office.templateWith(Map.of("administratorId", boss.id()), approve("lead", lead)));

        ok(office.as(office.admin).put("/api/members/" + lead.id() + "/state", Map.of("state", "LEFT")));

        Await.until(
                () -> !office.get(boss, "/api/approvals?box=TODO").get("items").isEmpty());
        assertThat(office.run(boss, id).get("mine").get("tasks").size()).isEqualTo(1);
        assertThat(office.state(id)).isEqualTo("RUNNING");
    }
}
