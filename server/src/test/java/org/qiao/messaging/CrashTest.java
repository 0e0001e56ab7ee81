package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.testing.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server in a process of its own, under load. The database is killed, then the server, each at a random moment and
 * without warning; afterwards every acknowledged message is there once, at its number, and no number is missing.
 */
class CrashTest {

    private static final int WRITERS = 4;
    private static final String PASSWORD = "kill-minus-nine-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Random random = new Random();
    private volatile boolean writing = true;
    private volatile int port;
    private volatile String token = "";
    private volatile long conversation;

    @TempDir
    Path data;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everyAcknowledgedMessageSurvivesKillingTheDatabaseAndTheServer() throws Exception {
        Process server = start();
        List<Thread> writers = new ArrayList<>();
        try {
            found();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(Thread.startVirtualThread(() -> write(writer)));
            }
            underLoad();
            killDatabase();
            int before = acknowledged.size();
            Await.until(() -> acknowledged.size() > before + 20);
            underLoad();
            server.destroyForcibly().waitFor();

            server = start();
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
                server.destroy();
                server.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    /** Waits for some acknowledgements, then for a random moment. */
    private void underLoad() {
        int before = acknowledged.size();
        Await.until(() -> acknowledged.size() > before + 100);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
    }

    private void verify() throws Exception {
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

    private JsonNode entries(long after) throws Exception {
        return JSON.readTree(
                send("GET", "/api/conversations/" + conversation + "/entries?limit=200&after=" + after, null)
                        .body());
    }

    /** Sends until it is told; the same key until the answer is certain. */
    private void write(int writer) {
        for (int n = 0; writing; n++) {
            String key = writer + "-" + n;
            while (!acknowledged.containsKey(key) && writing) {
                try {
                    HttpResponse<String> answer = send(
                            "POST",
                            "/api/conversations/" + conversation + "/messages",
                            Map.of("key", key, "kind", "TEXT", "body", Map.of("text", "消息 " + key)));
                    if (answer.statusCode() == 200) {
                        acknowledged.put(
                                key, JSON.readTree(answer.body()).get("seq").asLong());
                    }
                } catch (IOException e) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // the server is away
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private void found() throws Exception {
        send(
                "POST",
                "/api/setup/company",
                Map.of(
                        "companyName",
                        "崩溃公司",
                        "name",
                        "老板",
                        "login",
                        "boss@example.com",
                        "password",
                        PASSWORD,
                        "locale",
                        "zh-CN"));
        token = JSON.readTree(send(
                                "POST",
                                "/api/session",
                                Map.of(
                                        "login",
                                        "boss@example.com",
                                        "password",
                                        PASSWORD,
                                        "device",
                                        "crash test",
                                        "bearer",
                                        true))
                        .body())
                .get("token")
                .asString();
        conversation = JSON.readTree(send(
                                "POST",
                                "/api/conversations",
                                Map.of("kind", "GROUP", "title", "组", "memberIds", List.of(), "key", "group"))
                        .body())
                .get("id")
                .asLong();
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Process start() throws IOException {
        port = freePort();
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "org.qiao.QiaoApplication",
                        "--server.port=" + port,
                        "--qiao.gateway.port=0",
                        "--qiao.data=" + data,
                        "--qiao.messaging.per-second=100000",
                        "--qiao.messaging.burst=100000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("server.log").toFile()))
                .start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers()) {
            assertThat(server.isAlive() && System.nanoTime() < giveUp)
                    .as("the server starts: %s", log())
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return server;
    }

    private boolean answers() {
        try {
            return send("GET", "/api/setup", null).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String log() throws IOException {
        return Files.readString(data.resolve("server.log"));
    }

    private void killDatabase() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
