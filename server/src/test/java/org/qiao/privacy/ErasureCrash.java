package org.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.qiao.testing.Await;
import org.qiao.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/**
 * A server that ends without warning while a customer is being erased, some modules having forgotten him and others not. Part of a test
 * that has such a server already: a start costs more than all of this.
 */
public final class ErasureCrash {

    private static final String MARK = "Mark7q4z";

    private ErasureCrash() {}

    /** @param ahead beyond the lease of whoever died */
    public static void nothingIsHalfErased(ServerProcess server, Duration ahead) {
        JsonNode opened = customer(server);
        long thread = opened.path("thread").path("conversationId").asLong();
        String guest = opened.path("token").asString();
        long customer =
                server.askAs(guest, "GET", "/api/visit/me", null).path("id").asLong();
        server.askAs(
                guest,
                "POST",
                "/api/visit/conversations/" + thread + "/messages",
                Map.of("key", "k", "kind", "TEXT", "body", Map.of("text", "我是 " + MARK)));
        server.ask(
                "PUT",
                "/api/admin/privacy/settings",
                Map.of("erasureDays", 0, "exportDays", 1, "retentionMonths", 0, "deviceMonths", 0));
        server.arm("erase.part", 4);
        server.ask("POST", "/api/admin/privacy/erasures", Map.of("customerId", customer));
        server.awaitDeath();
        server.setAhead(ahead);
        server.start();

        Await.until(() -> server.ask("GET", "/api/admin/privacy/erasures", null)
                .path("items")
                .path(0)
                .path("state")
                .asString()
                .equals("DONE"));
        String entries = "/api/conversations/" + thread + "/entries";
        assertThat(server.ask("GET", entries, null).toString())
                .doesNotContain(MARK)
                .contains("ERASED");
        assertThat(server.ask("GET", "/api/customers/" + customer, null).toString())
                .doesNotContain(MARK)
                .contains("已删除的客户");
        assertThat(server.ask("GET", "/api/admin/privacy/audit", null)
                        .toString()
                        .split("\"ERASED\"", -1))
                .as("written down once")
                .hasSize(2);
    }

    private static JsonNode customer(ServerProcess server) {
        String way = "/api/visit/ways/"
                + server.ask("POST", "/api/my-card", null).path("code").asString();
        int version = server.askAs("", "GET", way, null)
                .path("notice")
                .path("version")
                .asInt();
        return server.askAs("", "POST", way + "/opens", Map.of("consent", version, "name", MARK, "locale", "zh"));
    }
}
