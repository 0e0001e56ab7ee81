package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small runs of the real scenarios against the real program, which ./qiao test has built. */
@EnabledIfEnvironmentVariable(named = "QIAO_JAR", matches = ".+")
class EndToEndTest {

    private static final List<String> FLAGS = CrashSampleTest.flags();

    @TempDir
    static Path folder;

    private static LocalServer server;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        server = LocalServer.start(new LocalServer.Launch(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getenv("QIAO_JAR"),
                FLAGS,
                Scenario.LIFTED,
                60,
                folder));
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThat(server.data()).doesNotExist();
    }

    @Test
    void pairsWriteToEachOtherAndNothingIsLost() throws Exception {
        JsonNode result = run("direct", "--pairs", "5", "--pipeline", "3", "--seconds", "2", "--warmup", "1");

        assertThat(result.get("acked_per_second").asDouble()).isGreaterThan(10);
        assertThat(result.get("delivered_per_second").asDouble()).isGreaterThan(10);
        assertThat(result.get("ack_ms").get("p99").asDouble()).isPositive();
        assertThat(result.get("at_half").get("receive_ms").get("count").asLong())
                .isPositive();
        assertThat(result.get("circumstances").get("fsync_policy").asString()).startsWith("unknown");
    }

    @Test
    void everyMemberOfAGroupHasEverything() throws Exception {
        JsonNode result = run("group", "--members", "20", "--senders", "3", "--seconds", "2", "--warmup", "1");

        assertThat(result.get("delivered_per_second").asDouble())
                .isGreaterThan(result.get("acked_per_second").asDouble() * 10);
        assertThat(result.get("last_receiver_ms").get("p99").asDouble()).isPositive();
    }

    @Test
    void aDeviceThatWasAwayGetsWhatItMissed() throws Exception {
        JsonNode result = run("sync", "--conversations", "12", "--missed", "400", "--times", "2");

        assertThat(result.get("missed_400").get("pulls").asInt()).isPositive();
        assertThat(result.get("missed_400").get("socket_ms").get("count").asInt())
                .isEqualTo(2);
        assertThat(result.get("missed_400").get("http_ms").get("count").asInt()).isEqualTo(2);
    }

    @Test
    void aServerThatLosesNothingPassesAHotConversation() throws Exception {
        JsonNode result = run("hot", "--senders", "10", "--seconds", "2", "--warmup", "1");

        assertThat(result.get("stored_per_second").asDouble()).isPositive();
    }

    @Test
    void customersComeInAskAndAreAnswered() throws Exception {
        JsonNode result = run(
                "customers",
                "--customers",
                "30",
                "--employees",
                "6",
                "--rate",
                "20",
                "--seconds",
                "1",
                "--warmup",
                "0");

        assertThat(result.get("arrivals_per_second").asDouble()).isPositive();
        assertThat(result.get("to_employee_ms").get("count").asLong()).isPositive();
        assertThat(result.get("to_customer_ms").get("count").asLong())
                .isEqualTo(result.get("to_employee_ms").get("count").asLong());
    }

    private JsonNode run(String... words) throws Exception {
        Path json = folder.resolve("result.json");
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--url", server.http().toString(), "--tokens", server.tokens().toString(), "--json", json.toString()));
        int code = Main.run(
                all.toArray(String[]::new), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        JsonNode result = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(code)
                .as(result.toString() + Map.of("said", err.toString(UTF_8)))
                .isZero();
        assertThat(result.get("violations").asLong()).isZero();
        return result;
    }
}
