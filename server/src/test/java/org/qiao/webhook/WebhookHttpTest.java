package org.qiao.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.PeerServer;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Rival;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@QiaoTest
class WebhookHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    Webhooks webhooks;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    PlatformTransactionManager transactions;

    private final PeerServer peer = new PeerServer();
    private TestOrg org;
    private TestBrowser admin;

    @BeforeEach
    void company() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
    }

    @AfterEach
    void close() {
        jdbc.sql("update webhook_endpoint set enabled = false where org_id = :org")
                .param("org", org.id())
                .update();
        peer.close();
    }

    private Map<String, Object> body(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "ERP",
                "url",
                peer.url(),
                "topics",
                List.of("*"),
                "withValues",
                false,
                "intranet",
                true,
                "enabled",
                true));
        body.putAll(more);
        return body;
    }

    private JsonNode create(Map<String, Object> more) {
        TestBrowser.Reply reply = admin.post("/api/admin/webhooks", body(more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private void emit(String key) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("number", key);
        webhooks.emit(org.id(), new WebhookEvent("approval.agreed", key, clock.instant(), data));
    }

    private List<JsonNode> sent(long endpoint) {
        return admin.get("/api/admin/webhooks/" + endpoint + "/deliveries")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private String state(long endpoint) {
        return sent(endpoint).getFirst().get("state").asString();
    }

    @Test
    void theTestIsSignedWithTheSecretThatIsShownOnce() {
        JsonNode created = create(Map.of());
        long id = created.get("webhook").get("id").asLong();
        String secret = created.get("secret").asString();

        assertThat(admin.post("/api/admin/webhooks/" + id + "/test", "{}").status())
                .isEqualTo(202);
        Await.until(() -> state(id).equals("DELIVERED"));

        PeerServer.Heard heard = peer.heard().getFirst();
        Instant at = Instant.ofEpochSecond(Long.parseLong(heard.header("Qiao-Timestamp")));
        assertThat(heard.header("Qiao-Signature")).isEqualTo(WebhookSignature.of(secret, at, heard.body()));
        assertThat(heard.json().get("topic").asString()).isEqualTo("webhook.test");
        assertThat(heard.json().get("company").asLong()).isEqualTo(org.id());
        assertThat(admin.get("/api/admin/webhooks").text()).doesNotContain(secret);
        assertThat(new String(
                        jdbc.sql("select secret from webhook_endpoint where id = :id")
                                .param("id", id)
                                .query(byte[].class)
                                .single(),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }

    @Test
    void anotherSecretTakesTheOldOnesPlace() {
        JsonNode created = create(Map.of());
        long id = created.get("webhook").get("id").asLong();
        String fresh = admin.post("/api/admin/webhooks/" + id + "/secret", "{}")
                .json()
                .get("secret")
                .asString();

        emit("a");
        Await.until(() -> !peer.heard().isEmpty());

        PeerServer.Heard heard = peer.heard().getFirst();
        Instant at = Instant.ofEpochSecond(Long.parseLong(heard.header("Qiao-Timestamp")));
        assertThat(fresh).isNotEqualTo(created.get("secret").asString());
        assertThat(heard.header("Qiao-Signature")).isEqualTo(WebhookSignature.of(fresh, at, heard.body()));
    }

    @Test
    void eachEventComesOnceHoweverOftenItIsTold() {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        emit("a");
        emit("a");
        emit("b");
        Await.until(() ->
                sent(id).stream().allMatch(one -> one.get("state").asString().equals("DELIVERED")));
        emit("a");

        assertThat(sent(id)).hasSize(2);
        assertThat(peer.heard().stream().map(one -> one.json().get("id").asString()))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            emit("gone");
            status.setRollbackOnly();
        });
        emit("there");
        Await.until(() -> state(id).equals("DELIVERED"));

        assertThat(peer.heard().stream().map(one -> one.json().get("id").asString()))
                .containsExactly("there");
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameNumberUntilItArrives() {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        peer.answers(PeerServer.status(500));
        emit("a");
        Await.until(() -> sent(id).getFirst().get("failure").asString("").equals("STATUS"));
        assertThat(sent(id).getFirst().get("status").asInt()).isEqualTo(500);

        peer.answers(PeerServer.status(200));
        clock.forward(Duration.ofSeconds(12));
        Await.until(() -> state(id).equals("DELIVERED"));

        assertThat(peer.heard().stream().map(one -> one.header("Qiao-Delivery")).distinct())
                .hasSize(1);
        assertThat(peer.heard().getLast().header("Qiao-Attempt")).isEqualTo("2");
    }

    @Test
    void afterADayItIsDeadAndMayBeRepeatedByHand() throws Exception {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        peer.answers(PeerServer.status(500));
        emit("a");
        Await.until(() -> sent(id).getFirst().get("failure").asString("").equals("STATUS"));
        clock.forward(Duration.ofHours(25));
        Await.until(() -> state(id).equals("DEAD"));
        long delivery = sent(id).getFirst().get("id").asLong();

        peer.answers(PeerServer.status(200));
        assertThat(admin.post("/api/admin/webhook-deliveries/" + delivery + "/repeat", "{}")
                        .status())
                .isEqualTo(200);
        Await.until(() -> state(id).equals("DELIVERED"));

        Instant later = clock.instant().plus(Duration.ofDays(1));
        Thread emptying = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            assertThat(deliveries.repeat(org.id(), delivery, new DeliveryStore.Span(clock.instant(), later)))
                    .isTrue();
            return Rival.start(jdbc, () -> deliveries.empty(later, 1_000_000));
        }));
        emptying.join();
        Await.until(() -> state(id).equals("DELIVERED"));

        deliveries.empty(later, 1_000_000);
        assertThat(admin.post("/api/admin/webhook-deliveries/" + delivery + "/repeat", "{}")
                        .code())
                .isEqualTo("webhook.content_gone");
    }

    @Test
    void whatACrashLeftIsSentAgainUnderTheSameNumber() {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        emit("a");
        Await.until(() -> state(id).equals("DELIVERED"));
        long delivery = sent(id).getFirst().get("id").asLong();
        jdbc.sql("""
                        update webhook_delivery set state = 'SENDING', ended_at = null, give_up_at = give_up_at + interval '9 days',
                            sending_at = created_at where id = :id
                        """).param("id", delivery).update();

        clock.forward(Duration.ofMinutes(3));
        Await.until(() -> state(id).equals("DELIVERED"));

        assertThat(peer.heard().stream().map(one -> one.header("Qiao-Delivery")))
                .containsExactly(Long.toString(delivery), Long.toString(delivery));
    }

    @Test
    void onlyWhoAsksForThemGetsTopicsAndValues() {
        long some = create(Map.of("topics", List.of("approval.refused")))
                .get("webhook")
                .get("id")
                .asLong();
        long all = create(Map.of("name", "BI", "withValues", true))
                .get("webhook")
                .get("id")
                .asLong();
        ObjectNode data = JsonMapper.shared().createObjectNode();
        ObjectNode values = JsonMapper.shared().createObjectNode().put("amount", "1");
        webhooks.emit(org.id(), new WebhookEvent("approval.agreed", "a", clock.instant(), data, values));
        webhooks.emit(org.id(), new WebhookEvent("approval.refused", "b", clock.instant(), data, values));
        Await.until(() -> peer.heard().size() == 3);

        assertThat(sent(some)).hasSize(1);
        assertThat(sent(all)).hasSize(2);
        assertThat(peer.heard().stream().filter(one -> one.json().get("data").has("values")))
                .hasSize(2);
    }

    @Test
    void aSlowPeerHoldsUpNobodyElse() {
        java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);
        try (PeerServer slow = new PeerServer()) {
            slow.answers(exchange -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new java.io.IOException(e);
                }
            });
            create(Map.of("name", "slow", "url", slow.url()));
            long quick = create(Map.of()).get("webhook").get("id").asLong();
            for (int i = 0; i < 20; i++) {
                emit("e" + i);
            }
            Await.until(() -> sent(quick).stream()
                    .allMatch(one -> one.get("state").asString().equals("DELIVERED")));

            assertThat(slow.heard().size()).isLessThanOrEqualTo(WebhookClock.OF_ENDPOINT);
            end.countDown();
        }
    }

    @Test
    void badAddressesAndNamesAreRefused() {
        assertThat(admin.post("/api/admin/webhooks", body(Map.of("url", "ftp://a.example")))
                        .code())
                .isEqualTo("webhook.bad_address");
        assertThat(admin.post("/api/admin/webhooks", body(Map.of("url", "https://a:b@a.example")))
                        .code())
                .isEqualTo("webhook.bad_address");
        assertThat(admin.post("/api/admin/webhooks", body(Map.of("url", "https://169.254.169.254/")))
                        .code())
                .isEqualTo("webhook.address_refused");
        assertThat(admin.post("/api/admin/webhooks", body(Map.of("url", "http://a.example", "intranet", false)))
                        .code())
                .isEqualTo("webhook.address_refused");
        assertThat(admin.post("/api/admin/webhooks", body(Map.of("topics", List.of("BAD TOPIC"))))
                        .status())
                .isEqualTo(400);
        create(Map.of());
        assertThat(admin.post("/api/admin/webhooks", body(Map.of())).code()).isEqualTo("webhook.name_taken");
    }

    @Test
    void onlyAdministratorsSeeThem() {
        long id = create(Map.of()).get("webhook").get("id").asLong();
        TestBrowser member = new TestBrowser(http).signedIn(org.user("成员"));
        TestBrowser stranger = new TestBrowser(http).signedIn(given.org().admin());

        assertThat(member.get("/api/admin/webhooks").code()).isEqualTo("webhook.not_allowed");
        assertThat(member.get("/api/admin/webhook-names").text()).isEqualTo("[]");
        assertThat(stranger.get("/api/admin/webhooks/" + id + "/deliveries").code())
                .isEqualTo("webhook.not_found");
        assertThat(stranger.put("/api/admin/webhooks/" + id, body(Map.of())).code())
                .isEqualTo("webhook.not_found");
        assertThat(admin.delete("/api/admin/webhooks/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/api/admin/webhooks").text()).isEqualTo("[]");
    }
}
