package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.Carrier;
import org.qiao.platform.OutboundNetworks;
import org.qiao.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** What the manual tells an administrator to type is accepted. */
class ChannelDocsTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"channels.md", "channels.zh-CN.md"})
    void theExamplesOfSmsWork(String name) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        TestClock clock = new TestClock();
        Carrier smpp = new SmppCarrier(
                json, OutboundNetworks.of("127.0.0.0/8", "::1"), new RecordingInbound(), clock, SmppTimes.STANDARD);
        Carrier http = new HttpSmsCarrier(
                json,
                OutboundNetworks.of(
                        "127.0.0.0/8",
                        "::1",
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "100.64.0.0/10",
                        "fc00::/7"),
                clock,
                Duration.ofSeconds(1));
        Path here = Path.of("").toAbsolutePath();
        Path docs = (here.endsWith("server") ? here.getParent() : here).resolve("docs");
        List<String> examples = EXAMPLE.matcher(Files.readString(docs.resolve(name)))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples)
                .filteredOn(example -> example.contains("systemId"))
                .hasSize(1)
                .allSatisfy(smpp::check);
        assertThat(examples)
                .filteredOn(example -> example.contains("{{text}}"))
                .hasSize(2)
                .allSatisfy(http::check);
    }
}
