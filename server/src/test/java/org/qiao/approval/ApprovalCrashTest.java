package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.privacy.ErasureCrash;
import org.qiao.testing.Await;
import org.qiao.testing.PeerServer;
import org.qiao.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/**
 * A server that ends without warning between a decision and what follows from it. What was answered stays; what was not may be asked
 * again; people are told once; what was being sent to another system is sent again under the same number.
 */
@Order(1)
class ApprovalCrashTest {

    private final PeerServer peer = new PeerServer();
    private ServerProcess server;
    private long owner;
    private long template;
    private long webhook;

    @BeforeEach
    void aCompanyOfOne(@TempDir Path folder) {
        server = new ServerProcess(folder, "--qiao.outbound.networks=127.0.0.0/8");
        server.start();
        server.found();
        owner = server.ask("GET", "/api/session", null).get("member").get("id").asLong();
        template = publish();
        webhook = server.ask("POST", "/api/admin/webhooks", listening())
                .get("webhook")
                .get("id")
                .asLong();
    }

    @AfterEach
    void end() {
        server.close();
        peer.close();
    }

    private Map<String, Object> listening() {
        return Map.of(
                "name",
                "ERP",
                "url",
                peer.url(),
                "topics",
                List.of("approval.submitted"),
                "withValues",
                false,
                "intranet",
                true,
                "enabled",
                true);
    }

    private long publish() {
        String path = "/api/admin/approval-templates";
        long id = server.ask("POST", path, Map.of("name", "经费", "icon", "general"))
                .get("id")
                .asLong();
        JsonNode draft = server.ask("GET", path + "/" + id + "/draft", null);
        Map<String, Object> approver = Map.of(
                "kind", "APPROVE",
                "id", "one",
                "approvers", Map.of("kind", "MEMBERS", "ids", List.of(owner)),
                "together", Map.of("rule", "ALL"),
                "nobody", Map.of("then", "ADMIN", "members", List.of()),
                "sameAsApplicant", "ASK",
                "alreadyAgreed", "ASK",
                "fields", Map.of(),
                "actions", List.of("REFUSE"));
        Map<String, Object> content = Map.of(
                "name",
                "经费",
                "icon",
                "general",
                "description",
                "",
                "form",
                Map.of("fields", List.of(Map.of("key", "a", "kind", "TEXT", "label", "事由"))),
                "route",
                Map.of("nodes", List.of(approver)),
                "settings",
                Map.of(
                        "mayRevoke",
                        true,
                        "mayUndo",
                        true,
                        "comments",
                        "READERS",
                        "numbering",
                        Map.of("prefix", "C", "period", "DAY", "digits", 4),
                        "summary",
                        List.of("a")));
        JsonNode saved = server.ask(
                "PUT",
                path + "/" + id + "/draft",
                Map.of("revision", draft.get("revision").asInt(), "content", content));
        server.ask(
                "POST",
                path + "/" + id + "/publish",
                Map.of("revision", saved.get("revision").asInt()));
        return id;
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void whatWasDecidedStaysAndPeopleAreToldOnce() {
        server.arm("approval.written", 1);
        unanswered("/api/approvals", submission("first"));
        server.start();
        CountDownLatch never = new CountDownLatch(1);
        peer.answers(exchange -> await(never));
        long run = submitted("first");
        Await.until(() -> cards(run) == 1 && !peer.heard().isEmpty());

        server.arm("approval.moved", 1);
        unanswered("/api/approvals/" + run + "/decisions", Map.of("task", 1, "verdict", "AGREE"));
        peer.answers(PeerServer.status(200));
        server.setAhead(Duration.ofMinutes(3)); // beyond the time that a delivery can take
        server.start();
        assertThat(state(run)).as("it was committed before the end").isEqualTo("AGREED");
        Await.until(() -> cards(run) == 2);

        server.arm("approval.told", 1);
        unanswered("/api/approvals", submission("second"));
        server.start();
        long second = submitted("second");
        server.ask("POST", "/api/approvals/" + second + "/decisions", Map.of("task", 1, "verdict", "AGREE"));
        Await.until(() -> cards(second) >= 2);
        assertThat(cards(second)).as("asked once, told the result once").isEqualTo(2);
        assertThat(cards(run)).isEqualTo(2);
        theDeliveryThatWasUnderWayIsSentAgain(run);
        ErasureCrash.nothingIsHalfErased(server, Duration.ofMinutes(10)); // here, because there is a server already
    }

    /** It had reached the other system, which had not answered when the program ended. */
    private void theDeliveryThatWasUnderWayIsSentAgain(long run) {
        String deliveries = "/api/admin/webhooks/" + webhook + "/deliveries";
        Await.until(() -> server.ask("GET", deliveries, null)
                .get("items")
                .valueStream()
                .filter(one ->
                        one.get("id").asString().equals(sent(run).getFirst().header("Qiao-Delivery")))
                .allMatch(one -> one.get("state").asString().equals("DELIVERED")));
        assertThat(sent(run)).extracting(heard -> heard.header("Qiao-Attempt")).startsWith("1", "2");
        assertThat(sent(run))
                .extracting(heard -> heard.header("Qiao-Delivery"))
                .as("known by its number, so that it counts once")
                .containsOnly(sent(run).getFirst().header("Qiao-Delivery"));
        assertThat(sent(run))
                .extracting(PeerServer.Heard::body)
                .containsOnly(sent(run).getFirst().body());
    }

    private List<PeerServer.Heard> sent(long run) {
        return peer.heard().stream()
                .filter(heard -> heard.json().findValue("approval").get("id").asLong() == run)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again, whatever became of the first time. */
    private long submitted(String key) {
        return server.ask("POST", "/api/approvals", submission(key))
                .get("head")
                .get("id")
                .asLong();
    }

    private Map<String, Object> submission(String key) {
        return Map.of("key", key, "templateId", template, "version", 1, "values", Map.of("a", "x"));
    }

    private void unanswered(String path, Object body) {
        try {
            server.send("POST", path, body);
        } catch (IOException _) {
            // nobody knows what became of it
        }
        server.awaitDeath();
    }

    private String state(long run) {
        return server.ask("GET", "/api/approvals/" + run, null)
                .get("head")
                .get("state")
                .asString();
    }

    /** Cards about a run in the owner's conversation with the voice of approvals. */
    private int cards(long run) {
        int count = 0;
        for (JsonNode conversation :
                server.ask("GET", "/api/conversations", null).get("items")) {
            String entries = "/api/conversations/" + conversation.get("id").asLong() + "/entries";
            for (JsonNode entry : server.ask("GET", entries, null).get("items")) {
                JsonNode card = entry.path("body").path("card");
                count += card.path("id").asLong(0) == run
                                && card.path("type").asString("").equals("approval")
                        ? 1
                        : 0;
            }
        }
        return count;
    }
}
