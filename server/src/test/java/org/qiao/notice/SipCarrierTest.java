package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.platform.Problem;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sipp;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings and outcomes of telephone calls, with sipp as the company's line and espeak-ng as the voice. */
@QiaoTest
class SipCarrierTest {

    @Autowired
    private SipCarrier carrier;

    @Autowired
    private JsonMapper json;

    @Test
    void keyOneIsAnAnswer() {
        try (Sipp callee = Sipp.udp("press-info", "sink", "9")) {
            assertThat(carrier.carry(settings(callee.port(), ""), parcel())).isEqualTo(new Outcome.Answered("1", 1));
            callee.agrees();
        }
    }

    @Test
    void aCallTakenWithoutAKeyIsDelivered() {
        try (Sipp callee = Sipp.udp("hang-up", "sink", "9")) {
            assertThat(carrier.carry(settings(callee.port(), ""), parcel())).isEqualTo(new Outcome.Delivered(1));
            callee.agrees();
        }
    }

    @Test
    void busyAndBusyNetworksDiffer() {
        try (Sipp callee = Sipp.udp("refuse", "status", "486")) {
            assertThat(carrier.carry(settings(callee.port(), ""), parcel()))
                    .isEqualTo(new Outcome.Failed(FailReason.BUSY, 0));
            callee.agrees();
        }
        try (Sipp callee = Sipp.udp("refuse", "status", "503")) {
            assertThat(carrier.carry(settings(callee.port(), ""), parcel()))
                    .isEqualTo(new Outcome.Later(FailReason.NO_ROUTE, Duration.ofSeconds(7)));
            callee.agrees();
        }
    }

    @Test
    void everyResultHasItsOutcome() {
        assertThat(SipCarrier.outcome(new NotReached(Why.NO_ANSWER)))
                .isEqualTo(new Outcome.Failed(FailReason.NO_ANSWER, 0));
        assertThat(SipCarrier.outcome(new NotReached(Why.NO_ROUTE)))
                .isEqualTo(new Outcome.Failed(FailReason.NO_ROUTE, 0));
        assertThat(SipCarrier.outcome(new NotReached(Why.INVALID_NUMBER)))
                .isEqualTo(new Outcome.Failed(FailReason.INVALID_ADDRESS, 0));
        assertThat(SipCarrier.outcome(new NotReached(Why.REFUSED)))
                .isEqualTo(new Outcome.Failed(FailReason.REFUSED, 0));
        assertThat(SipCarrier.outcome(new TryLater(Obstacle.ALL_LINES_TAKEN, Duration.ofSeconds(5))))
                .isEqualTo(new Outcome.Later(FailReason.GAVE_UP, Duration.ofSeconds(5)));
    }

    @Test
    void whatIsLeftOpenIsFilledIn() {
        JsonNode checked =
                json.readTree(carrier.check("{\"host\": \" sip.example.com \", \"callerId\": \"02155550100\"}"));

        assertThat(checked.get("host").asString()).isEqualTo("sip.example.com");
        assertThat(checked.get("port").asInt()).isEqualTo(5_060);
        assertThat(checked.get("transport").asString()).isEqualTo("UDP");
        assertThat(checked.get("domain").asString()).isEqualTo("sip.example.com");
        assertThat(checked.get("ringSeconds").asInt()).isEqualTo(45);
        assertThat(checked.get("maxCalls").asInt()).isEqualTo(5);
        assertThat(checked.get("voiceZh").asString()).isEqualTo("cmn");
        assertThat(checked.get("rtpPorts").get("from").asInt()).isEqualTo(20_000);
        assertThat(json.readTree(carrier.check(checked.toString()))).isEqualTo(checked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host | ''",
                "host | 'a b'",
                "port | 0",
                "transport | 'TLS'",
                "domain | 'x>;y'",
                "username | 'only'",
                "password | 'only'",
                "callerId | '1@2'",
                "outboundProxy | 'x:99999'",
                "stripPrefix | 'x'",
                "ringSeconds | 4",
                "maxCalls | 21",
                "voiceZh | '-x'",
                "voiceEn | 'qqq'",
                "localAddress | 'host.example'",
                "rtpPorts | {\"from\": 80, \"to\": 900}",
                "rtpPorts | {\"from\": 20000, \"to\": 20001}",
            },
            quoteCharacter = '~')
    void aWrongSettingIsNamed(String field, String value) {
        String settings = "{\"host\": \"h\", \"callerId\": \"1\", \"" + field + "\": " + value.replace('\'', '"') + "}";

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> carrier.check(settings))
                .satisfies(problem -> {
                    assertThat(problem.is(NoticeProblem.BAD_SETTINGS)).isTrue();
                    assertThat(problem.params()).containsKey("field");
                    assertThat(problem.params().get("field").toString())
                            .isIn(field, field.equals("username") ? "password" : "username");
                });
    }

    @Test
    void numbersAreDialledAsTheLineWantsThem() {
        assertThat(dialled("\"x\": 1")).isEqualTo("+8613800138000");
        assertThat(dialled("\"stripPrefix\": \"+86\"")).isEqualTo("13800138000");
        assertThat(dialled("\"stripPrefix\": \"+86\", \"dialPrefix\": \"90\"")).isEqualTo("9013800138000");
        assertThat(dialled("\"stripPrefix\": \"+1\"")).isEqualTo("+8613800138000");
    }

    private String dialled(String more) {
        return SettingsJson.read(json, settings(5_060, "," + more), SipSettings.class)
                .checked()
                .dialled("+8613800138000");
    }

    private static String settings(int port, String more) {
        return "{\"host\": \"127.0.0.1\", \"port\": " + port + ", \"callerId\": \"02155550100\", "
                + "\"rtpPorts\": {\"from\": 24000, \"to\": 24998}" + more + "}";
    }

    private static Carrier.Parcel parcel() {
        return new Carrier.Parcel(
                1,
                2,
                1,
                "+8613800138000",
                Locale.SIMPLIFIED_CHINESE,
                NoticeText.of("DING", "三号车间温度过高。", null),
                true,
                Instant.MAX);
    }
}
