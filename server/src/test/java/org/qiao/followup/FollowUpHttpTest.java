package org.qiao.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerHandedOver;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
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
import tools.jackson.databind.JsonNode;

/** Notes with files, tasks with reminders, the timeline, canned replies, over HTTP. */
@QiaoTest
class FollowUpHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    private TestUser admin;
    private TestUser seller;
    private TestUser other;
    private CustomerRelation zhang;

    @BeforeEach
    void company() {
        TestOrg org = given.org();
        admin = org.admin();
        seller = org.user("销售小李");
        other = org.user("旁人");
        zhang = crm.customer("张女士", seller);
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private String customer() {
        return "/api/customers/" + zhang.customerId();
    }

    private static Map<String, Object> note(String text, Long... files) {
        return Map.of("text", text, "files", List.of(files));
    }

    @Test
    void notesStandInTheTimelineForWhoeverMayLookAtTheCustomer() {
        long file = as(seller).upload("plan.txt", "some text".getBytes(UTF_8));
        assertThat(as(other).post(customer() + "/notes", note("x")).status()).isEqualTo(404);
        assertThat(as(seller).post(customer() + "/notes", note(" ")).code()).isEqualTo("followup.bad_text");
        assertThat(as(admin).post(customer() + "/notes", note("x", file)).code())
                .isEqualTo("followup.unknown_file");
        JsonNode made =
                as(seller).post(customer() + "/notes", note("想要两台", file)).json();
        String path = "/api/customer-notes/" + made.get("id").asLong();

        JsonNode line =
                as(admin).get(customer() + "/timeline").json().get("items").get(0);
        assertThat(line.get("event").get("kind").stringValue()).isEqualTo("NOTE_ADDED");
        assertThat(line.get("note").get("text").stringValue()).isEqualTo("想要两台");
        assertThat(line.get("note").get("files").get(0).get("name").stringValue())
                .isEqualTo("plan.txt");
        assertThat(as(admin)
                        .post(path + "/files/" + file, Map.of())
                        .json()
                        .get("url")
                        .stringValue())
                .startsWith("/files/");
        assertThat(as(other).post(path + "/files/" + file, Map.of()).status()).isEqualTo(404);
        assertThat(as(admin).put(path, note("y")).code()).isEqualTo("followup.not_allowed");
        assertThat(as(seller)
                        .put(path, note("想要三台", file))
                        .json()
                        .get("editedAt")
                        .isNull())
                .isFalse();
        assertThat(as(admin).delete(path).status()).isEqualTo(204);
        assertThat(as(seller)
                        .get(customer() + "/timeline")
                        .json()
                        .get("items")
                        .get(0)
                        .get("note")
                        .isNull())
                .isTrue();
        assertThat(as(seller)
                        .get(customer() + "/timeline?limit=1")
                        .json()
                        .get("next")
                        .isNull())
                .isFalse();
    }

    private Map<String, Object> task(Duration ahead) {
        Instant due = clock.instant().plus(ahead);
        return Map.of("text", "回电报价", "dueAt", due.toString());
    }

    @Test
    void openTasksGoWithTheCustomerAndComeBackWithHim() {
        as(seller).post(customer() + "/tasks", task(Duration.ofHours(1)));

        handedOver(false);
        Await.until(() -> openTasks(other) == 1);
        assertThat(openTasks(seller)).isZero();

        handedOver(true);
        Await.until(() -> openTasks(seller) == 1);
        assertThat(openTasks(other)).isZero();
    }

    private int openTasks(TestUser user) {
        return as(user).get("/api/customer-tasks").json().size();
    }

    private void handedOver(boolean undone) {
        transactions.executeWithoutResult(status -> events.publishEvent(new CustomerHandedOver(
                zhang.orgId(), 1, zhang.customerId(), zhang.id(), zhang.id(), seller.id(), other.id(), true, undone)));
    }

    @Test
    void aTaskRemindsWhoeverIsToDoItUnlessItIsDone() {
        assertThat(as(seller)
                        .post(customer() + "/tasks", task(Duration.ofHours(-1)))
                        .code())
                .isEqualTo("followup.bad_due_time");
        long first = as(seller)
                .post(customer() + "/tasks", task(Duration.ofHours(1)))
                .json()
                .get("id")
                .asLong();
        long second = as(seller)
                .post(customer() + "/tasks", task(Duration.ofHours(2)))
                .json()
                .get("id")
                .asLong();
        assertThat(as(other)
                        .put("/api/customer-tasks/" + first + "/done", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(as(seller)
                        .put("/api/customer-tasks/" + second + "/done", Map.of())
                        .json()
                        .get("doneAt")
                        .isNull())
                .isFalse();
        JsonNode mine = as(seller).get("/api/customer-tasks").json();
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.get(0).get("customer").get("name").stringValue()).isEqualTo("张女士");

        assertThat(waiting()).containsExactly("followup:task:" + first);
        clock.forward(Duration.ofHours(3));

        Await.until(() -> waiting().isEmpty());
        assertThat(as(admin).get(customer() + "/tasks").json().size()).isEqualTo(2);
        assertThat(as(seller).delete("/api/customer-tasks/" + first).status()).isEqualTo(204);
        assertThat(as(seller)
                        .get(customer() + "/timeline")
                        .json()
                        .get("items")
                        .get(0)
                        .get("event")
                        .get("kind")
                        .stringValue())
                .isEqualTo("TASK_DONE");
    }

    @Test
    void whoeverIsToDoATaskNeedsNotKnowTheCustomer() {
        Map<String, Object> forOther = new HashMap<>(task(Duration.ofHours(1)));
        forOther.put("assignee", other.id());
        long id = as(seller)
                .post(customer() + "/tasks", forOther)
                .json()
                .get("id")
                .asLong();
        String path = "/api/customer-tasks/" + id;
        forOther.put("dueAt", clock.instant().plus(Duration.ofHours(2)).toString());

        assertThat(as(other).get(customer() + "/tasks").status()).isEqualTo(404);
        assertThat(as(other).put(path, forOther).status()).isEqualTo(200);
        assertThat(as(other).put(path + "/done", Map.of()).status()).isEqualTo(200);
        assertThat(waiting()).isEmpty();
        assertThat(as(other).delete(path + "/done").status()).isEqualTo(200);
        assertThat(waiting()).containsExactly("followup:task:" + id);
    }

    private List<String> waiting() {
        return jdbc.sql("select reminder_key from reminder_item where org_id = :org")
                .param("org", seller.orgId())
                .query(String.class)
                .list();
    }

    @Test
    void repliesAreOnesOwnOrTheTeams() {
        Map<String, Object> own = Map.of("title", "问候", "text", "您好，请问有什么可以帮您", "team", false);
        Map<String, Object> team = Map.of("title", "报价", "text", "报价单见附件", "team", true);
        assertThat(as(seller).post("/api/canned-replies", team).code()).isEqualTo("followup.not_allowed");
        long id = as(seller).post("/api/canned-replies", own).json().get("id").asLong();
        as(admin).post("/api/canned-replies", team);

        assertThat(as(seller).get("/api/canned-replies").json().size()).isEqualTo(2);
        assertThat(as(other).get("/api/canned-replies").json().size()).isEqualTo(1);
        assertThat(as(other).put("/api/canned-replies/" + id, own).status()).isEqualTo(404);
        assertThat(as(seller).delete("/api/canned-replies/" + id).status()).isEqualTo(204);
    }
}
