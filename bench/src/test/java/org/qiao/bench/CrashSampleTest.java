package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twenty cycles of the crash checker with a seed that is always the same, against the program that ./qiao test has built. */
@EnabledIfEnvironmentVariable(named = "QIAO_JAR", matches = ".+")
class CrashSampleTest {

    private static final String SEED = "274";

    @TempDir
    Path folder;

    static LocalServer.Launch launch(Path folder, int members) {
        return new LocalServer.Launch(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getenv("QIAO_JAR"),
                flags(),
                CrashScenario.settings(Options.parse(List.of("crash"))),
                members,
                folder);
    }

    /** As ./qiao test starts the program, from its AOT cache. */
    static List<String> flags() {
        return System.getenv()
                .getOrDefault("QIAO_JAR_FLAGS", "-XX:TieredStopAtLevel=1\n-Xmx512m")
                .lines()
                .toList();
    }

    @Test
    @Timeout(value = 900, unit = TimeUnit.SECONDS)
    void nothingIsLostInTwentyCycles() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path json = folder.resolve("result.json");
        Options options = Options.parse(List.of("crash", "--cycles", "20", "--seed", SEED, "--json", json.toString()));

        int code = CrashScenario.run(options, launch(folder, Crew.PEOPLE), new PrintStream(out, true, UTF_8));

        JsonNode result = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(code).as(out.toString(UTF_8)).isZero();
        assertThat(result.get("cycles").asInt()).isEqualTo(20);
        assertThat(result.get("kinds_of_fault").asInt()).isGreaterThanOrEqualTo(16);
        assertThat(result.get("operations").asInt()).isGreaterThan(2_000);
        assertThat(result.get("outcomes").get("unknown").asInt()).isPositive();
        assertThat(result.get("recovery_seconds").get("max").asDouble())
                .as("it comes back by itself, however busy the machine is; the long run on a quiet one asks for less")
                .isLessThan(120);
    }
}
