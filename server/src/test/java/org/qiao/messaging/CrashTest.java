package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.testing.Await;
import org.qiao.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/**
 * The real server in a process of its own, under load. The database is killed, then the server, each at a random moment and
 * without warning; afterwards every acknowledged message is there once, at its number, and no number is missing.
 */
@Order(1)
class CrashTest {

    private static final int WRITERS = 4;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Random random = new Random();
    private ServerProcess server;
    private volatile boolean writing = true;
    private volatile long conversation;

    @BeforeEach
    void aServer(@TempDir Path folder) {
        server = new ServerProcess(folder, "--qiao.messaging.per-second=100000", "--qiao.messaging.burst=100000");
        server.start();
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everyAcknowledgedMessageSurvivesKillingTheDatabaseAndTheServer() throws Exception {
        List<Thread> writers = new ArrayList<>();
        try {
            found();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(Thread.startVirtualThread(() -> write(writer)));
            }
            underLoad();
            server.killDatabase();
            int before = acknowledged.size();
            Await.until(() -> acknowledged.size() > before + 20);
            underLoad();
            server.kill();

            server.start();
            int after = acknowledged.size();
            Await.until(() -> acknowledged.size() > after + 20);
        } finally {
            writing = false;
            for (Thread writer : writers) {
                writer.join();
            }
            try {
                verify();
            } finally {
                server.close();
            }
        }
    }

    /** Waits for some acknowledgements, then for a random moment. */
    private void underLoad() {
        int before = acknowledged.size();
        Await.until(() -> acknowledged.size() > before + 100);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
    }

    private void verify() {
        Map<String, Long> stored = new ConcurrentHashMap<>();
        long last = 0;
        JsonNode page = entries(last);
        while (!page.get("items").isEmpty()) {
            for (JsonNode entry : page.get("items")) {
                assertThat(entry.get("seq").asLong()).isEqualTo(last + 1);
                last++;
                if (entry.get("kind").asString().equals("TEXT")) {
                    assertThat(stored.put(entry.get("key").asString(), last)).isNull();
                }
            }
            page = entries(last);
        }
        assertThat(stored).containsAllEntriesOf(acknowledged);
        assertThat(acknowledged.size()).isGreaterThan(200);
    }

    private JsonNode entries(long after) {
        return server.ask("GET", "/api/conversations/" + conversation + "/entries?limit=200&after=" + after, null);
    }

    /** Sends until it is told; the same key until the answer is certain. */
    private void write(int writer) {
        for (int n = 0; writing; n++) {
            String key = writer + "-" + n;
            while (!acknowledged.containsKey(key) && writing) {
                try {
                    HttpResponse<String> answer = server.send(
                            "POST",
                            "/api/conversations/" + conversation + "/messages",
                            Map.of("key", key, "kind", "TEXT", "body", Map.of("text", "消息 " + key)));
                    if (answer.statusCode() == 200) {
                        acknowledged.put(key, server.json(answer).get("seq").asLong());
                    }
                } catch (IOException e) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // the server is away
                }
            }
        }
    }

    private void found() {
        server.found();
        conversation = server.ask(
                        "POST",
                        "/api/conversations",
                        Map.of("kind", "GROUP", "title", "组", "memberIds", List.of(), "key", "group"))
                .get("id")
                .asLong();
    }
}
