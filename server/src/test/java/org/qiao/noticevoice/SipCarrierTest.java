package org.qiao.noticevoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.file.Files;
import org.qiao.notice.Carrier;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeProblem;
import org.qiao.notice.NoticeText;
import org.qiao.notice.SettingsJson;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sipp;
import org.qiao.testing.TestUser;
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

    @Autowired
    private Files files;

    @Autowired
    private Given given;

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
    void aRecordingIsPlayedToItsOwnCompanyOnly() throws Exception {
        TestUser ann = given.user(given.org(), "Ann", Set.of());
        long id = files.store(ann.actor(), "steady.wav", new ByteArrayInputStream(steadySound()))
                .id();

        try (DatagramSocket ear = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Sipp callee = Sipp.udp("answer", "sink", Integer.toString(ear.getLocalPort()))) {
            NoticeText text = new NoticeText("DING", "x", null, null, id);
            Outcome outcome = carrier.carry(settings(callee.port(), ""), parcel(ann.orgId(), text));

            assertThat(outcome).isEqualTo(new Outcome.Delivered(1));
            callee.agrees();
            assertThat(steadyPackets(ear)).as("twice a fifth of a second").isEqualTo(20);
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> files.read(given.org().id(), id, 1_000_000))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("file.not_found"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> files.read(ann.orgId(), id, 100));
    }

    /** A fifth of a second, every sample the same: no voice is so. */
    private static byte[] steadySound() {
        ByteBuffer file = ByteBuffer.allocate(44 + 3_200).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 3_200);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        file.putShort((short) 1)
                .putInt(8_000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(3_200);
        while (file.hasRemaining()) {
            file.putShort((short) 10_000);
        }
        return file.array();
    }

    private static int steadyPackets(DatagramSocket ear) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        int steady = 0;
        ear.setSoTimeout(1); // the call is over, everything is there
        try {
            while (true) {
                ear.receive(packet);
                byte[] sound = Arrays.copyOfRange(packet.getData(), 12, packet.getLength());
                byte first = sound[0];
                boolean same =
                        new String(sound, StandardCharsets.ISO_8859_1).chars().allMatch(c -> (byte) c == first);
                steady += same && first != (byte) 0xd5 ? 1 : 0;
            }
        } catch (SocketTimeoutException empty) {
            return steady;
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
        return parcel(1, NoticeText.of("DING", "三号车间温度过高。", null));
    }

    private static Carrier.Parcel parcel(long orgId, NoticeText text) {
        boolean asks = text.recording() == null;
        return new Carrier.Parcel(orgId, 2, 1, "+8613800138000", Locale.SIMPLIFIED_CHINESE, text, asks, Instant.MAX);
    }
}
