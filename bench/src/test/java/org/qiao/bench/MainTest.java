package org.qiao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "dance, There is no scenario",
        "direct --pears 5, There is no option --pears",
        "direct --pairs five, needs a number above 0",
        "direct --pairs 0, needs a number above 0",
        "direct --pairs, needs a value",
        "direct 5, is no option",
        "direct --set pool, needs name=value",
        "direct --url http://localhost:8080, go together",
        "compare a.json, needs two files",
        "compare a.json b.json, is no file of a result"
    })
    void whoAsksWronglyIsToldWhatIsWrong(String words, String answer) {
        assertThat(run(words.split(" "))).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString(UTF_8)).contains(answer);
    }

    @Test
    void helpListsEveryScenario() {
        assertThat(run("help")).isZero();
        assertThat(Scenarios.names()).allMatch(name -> out.toString(UTF_8).contains("  " + name + " "));
    }

    @Test
    void compareShowsHowManyTimesTheSecondIsTheFirst() throws Exception {
        Path a = file("a", """
                {"scenario": "direct", "acked_per_second": 1000, "ack_ms": {"p99": 8.0}, "violations": 0,
                 "circumstances": {"cores": 2}}
                """);
        Path b = file("b", """
                {"scenario": "direct", "acked_per_second": 2500, "ack_ms": {"p99": 4.0}, "violations": 0,
                 "circumstances": {"cores": 4}}
                """);

        assertThat(run("compare", a.toString(), b.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .containsPattern("acked_per_second +1,000 +2,500 +2.50")
                .containsPattern("ack_ms.p99 +8 +4 +0.50")
                .containsPattern("violations +0 +0 +=")
                .doesNotContain("cores");
    }

    @Test
    void differentScenariosAreNotCompared() throws Exception {
        Path a = file("a", "{\"scenario\": \"direct\"}");
        Path b = file("b", "{\"scenario\": \"group\"}");

        assertThat(run("compare", a.toString(), b.toString())).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString(UTF_8)).contains("different scenarios");
    }

    private Path file(String name, String json) throws Exception {
        return Files.writeString(folder.resolve(name), json);
    }

    private int run(String... words) {
        return Main.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
