package org.qiao.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Messages;
import org.qiao.platform.Grant;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class SystemTest {

    private static final String TOKEN = "token-of-the-tests-collector"; // as in QiaoTest

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Messages messages;

    @Autowired
    Conversations conversations;

    @Test
    void theOperatorSeesWhatHasJustHappened() {
        TestUser operator = operatorCompany().owner();
        long group = conversations.createGroup(operator.actor(), "看得见", List.of(), "system-test");
        messages.sendAndWait(operator.actor(), Draft.text(group, "seen", "统计里不该有的文字"));

        Await.until(() -> system(operator, 0).samples().stream()
                .anyMatch(sample -> sample.rates().sends() > 0 && sample.times().batch() > 0));
        SystemView view = system(operator, 0);

        Sample last = view.samples().getLast();
        assertThat(last.memory().heap()).isPositive();
        assertThat(last.memory().resident()).isGreaterThan(last.memory().heap() / 2);
        assertThat(last.memory().database()).isPositive();
        assertThat(last.cpu().server()).isBetween(0.0, 64.0);
        assertThat(view.samples()).hasSizeLessThanOrEqualTo(SystemSampler.KEPT);
        assertThat(system(operator, last.at()).samples()).allMatch(sample -> sample.at() > last.at());
    }

    @Test
    void factsTellVersionsDurabilityAndSizesButNoValueOfAnyStatement() {
        TestUser operator = operatorCompany().admin();
        Await.until(() -> !system(operator, 0).facts().postgres().isEmpty());
        SystemView view = system(operator, 0);

        assertThat(view.facts().durability())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on")
                .containsEntry("data_checksums", "on");
        assertThat(view.facts().postgres()).startsWith("18");
        assertThat(view.facts().databaseBytes()).isPositive();
        assertThat(view.facts().freeBytes()).isPositive();
        assertThat(view.facts().era()).isPositive();
        assertThat(view.facts().lastBackup())
                .satisfiesAnyOf(
                        at -> assertThat(at).isNull(), at -> assertThat(at).isNotNull());
        assertThat(Objects.requireNonNull(view.statements())).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.calls()).isPositive();
            assertThat(statement.max()).isGreaterThanOrEqualTo(statement.mean() * 0.99);
            assertThat(statement.text()).hasSizeLessThanOrEqualTo(400);
        });
    }

    @Test
    void onlyFullAdministratorsOfTheOperatingCompanyMayLook() {
        TestOrg operating = operatorCompany();
        TestOrg other = given.org();

        for (TestUser stranger : List.of(
                operating.user(),
                given.user(operating, "分管", Set.of(Grant.SUB_ADMIN)),
                other.user(),
                other.admin(),
                other.owner())) {
            http.get()
                    .uri("/api/admin/system")
                    .headers(stranger::signIn)
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("admin.not_operator")
                    .jsonPath("$.facts")
                    .doesNotExist();
            assertThat(menu(stranger)).isFalse();
        }
        assertThat(menu(operating.owner())).isTrue();
        http.get().uri("/api/admin/system").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void theCollectorNeedsTheTokenUnlessItRunsOnThisMachine() {
        assertThat(metrics(headers -> {}).is2xxSuccessful()).isTrue();
        assertThat(metrics(headers -> headers.set("X-Forwarded-For", "203.0.113.9"))
                        .value())
                .isIn(401, 403);
        assertThat(metrics(headers -> elsewhere(headers, "wrong-token-of-the-right-length"))
                        .value())
                .isIn(401, 403);
        assertThat(metrics(headers -> elsewhere(headers, "")).value()).isIn(401, 403);
        assertThat(metrics(headers -> elsewhere(headers, TOKEN)).is2xxSuccessful())
                .isTrue();
    }

    @Test
    void theNumbersNameWhatTheOperatorWatchesAndNobody() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        long group = conversations.createGroup(owner.actor(), "秘密项目", List.of(), "metrics-test");
        messages.sendAndWait(owner.actor(), Draft.text(group, "metrics", "内容"));

        String text = Objects.requireNonNull(http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(text)
                .contains(
                        "qiao_gateway_connections",
                        "qiao_gateway_frames_total{direction=\"in\"",
                        "qiao_gateway_deliveries_total",
                        "qiao_gateway_refused_total",
                        "qiao_gateway_resumed_total",
                        "qiao_gateway_workers",
                        "qiao_gateway_callbacks",
                        "qiao_ack_seconds_bucket",
                        "qiao_append_database_seconds_bucket",
                        "qiao_append_batch",
                        "qiao_append_waiting",
                        "qiao_outbox_waiting",
                        "qiao_messages_stored_total",
                        "qiao_memory_resident_bytes",
                        "qiao_database_size_bytes",
                        "qiao_disk_free_bytes",
                        "qiao_era",
                        "qiao_jobs_due",
                        "hikaricp_connections_active",
                        "jvm_gc_pause",
                        "jvm_threads_live")
                .doesNotContain("秘密", "测试公司", "/api/conversations/" + group);
    }

    private boolean menu(TestUser person) {
        return Objects.requireNonNull(http.get()
                        .uri("/api/admin")
                        .headers(person::signIn)
                        .exchange()
                        .expectBody(AdminView.class)
                        .returnResult()
                        .getResponseBody())
                .system();
    }

    private HttpStatusCode metrics(java.util.function.Consumer<HttpHeaders> headers) {
        return http.get()
                .uri("/actuator/prometheus")
                .headers(headers)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus();
    }

    private static void elsewhere(HttpHeaders headers, String token) {
        headers.set("X-Forwarded-For", "203.0.113.9");
        headers.setBearerAuth(token);
    }

    private SystemView system(TestUser person, long after) {
        return Objects.requireNonNull(http.get()
                .uri("/api/admin/system?after={after}", after)
                .headers(person::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(SystemView.class)
                .returnResult()
                .getResponseBody());
    }

    /** The first company of the test server, whichever test made it. */
    private TestOrg operatorCompany() {
        given.org();
        long id = jdbc.sql("select min(id) from org").query(Long.class).single();
        long root = jdbc.sql("select min(id) from directory_department where org_id = :org")
                .param("org", id)
                .query(Long.class)
                .single();
        return new TestOrg(given, id, root);
    }
}
