package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.gateway.RawSocket.BINARY;
import static org.qiao.gateway.RawSocket.CLOSE;
import static org.qiao.gateway.RawSocket.CONTINUATION;
import static org.qiao.gateway.RawSocket.FINAL;
import static org.qiao.gateway.RawSocket.PING;
import static org.qiao.gateway.RawSocket.TEXT;
import static org.qiao.gateway.RawSocket.frame;
import static org.qiao.gateway.RawSocket.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;

/** Each malformed frame closes its own socket with the code of docs/protocol.md; readable nonsense is answered instead. */
@QiaoTest
class BadFramesTest {

    private static final byte[] NOTHING = {};
    private static final String PING_COMMAND = "{\"t\":\"ping\",\"id\":1}";

    @Autowired
    Given given;

    @Autowired
    GatewayServer server;

    static Stream<Arguments> closing() {
        byte[] ping = PING_COMMAND.getBytes(StandardCharsets.UTF_8);
        byte[] unmasked = join(new byte[] {(byte) (FINAL | TEXT), (byte) ping.length}, ping);
        return Stream.of(
                Arguments.of(
                        "reserved bit 1 (a compressed frame nobody agreed on)", 1002, frame(FINAL | 0x40 | TEXT, ping)),
                Arguments.of("reserved bit 2", 1002, frame(FINAL | 0x20 | TEXT, ping)),
                Arguments.of("reserved bit 3", 1002, frame(FINAL | 0x10 | TEXT, ping)),
                Arguments.of("all reserved bits", 1002, frame(FINAL | 0x70 | TEXT, ping)),
                Arguments.of("opcode 3", 1002, frame(FINAL | 3, ping)),
                Arguments.of("opcode 7", 1002, frame(FINAL | 7, ping)),
                Arguments.of("opcode 11", 1002, frame(FINAL | 11, ping)),
                Arguments.of("opcode 15", 1002, frame(FINAL | 15, ping)),
                Arguments.of("an unmasked frame", 1002, unmasked),
                Arguments.of("a ping of 126 bytes", 1002, frame(FINAL | PING, new byte[126])),
                Arguments.of("a close of 126 bytes", 1002, frame(FINAL | CLOSE, new byte[126])),
                Arguments.of("a ping in fragments", 1002, frame(PING, ping)),
                Arguments.of("a close in fragments", 1002, frame(CLOSE, NOTHING)),
                Arguments.of("a continuation of nothing", 1002, frame(FINAL | CONTINUATION, ping)),
                Arguments.of("an unfinished continuation of nothing", 1002, frame(CONTINUATION, ping)),
                Arguments.of("a text inside a text", 1002, join(frame(TEXT, ping), frame(FINAL | TEXT, ping))),
                Arguments.of("a close with one byte", 1002, frame(FINAL | CLOSE, new byte[] {3})),
                Arguments.of("a close with code 999", 1002, frame(FINAL | CLOSE, new byte[] {3, (byte) 0xE7})),
                Arguments.of("a close with code 1005", 1002, frame(FINAL | CLOSE, new byte[] {3, (byte) 0xED})),
                Arguments.of("a length with its sign bit", 1002, new byte[] {
                    (byte) 0x81, (byte) 0xFF, -1, 0, 0, 0, 0, 0, 0, 1
                }),
                Arguments.of("a short length written long", 1002, new byte[] {
                    (byte) 0x81, (byte) 0xFE, 0, 5, 1, 2, 3, 4, 1, 1, 1, 1, 1
                }),
                Arguments.of("a binary frame", 1003, frame(FINAL | BINARY, ping)),
                Arguments.of("an empty binary frame", 1003, frame(FINAL | BINARY, NOTHING)),
                Arguments.of("the first fragment of a binary message", 1003, frame(BINARY, ping)),
                Arguments.of("a frame of 16 MiB", 1009, frame(FINAL | TEXT, 16 << 20, new byte[16 << 20])),
                Arguments.of("a promise of 16 MiB", 1009, frame(FINAL | TEXT, 16 << 20, NOTHING)),
                Arguments.of("a promise of 2^62 bytes", 1009, frame(FINAL | TEXT, 1L << 62, NOTHING)),
                Arguments.of("one byte too many", 1009, frame(FINAL | TEXT, new byte[131_073])),
                Arguments.of(
                        "too many bytes in fragments",
                        1009,
                        join(frame(TEXT, new byte[100_000]), frame(CONTINUATION, new byte[31_073]))),
                Arguments.of("an empty text", 1007, frame(FINAL | TEXT, NOTHING)),
                Arguments.of("a flood of empty texts", 1007, repeat(frame(FINAL | TEXT, NOTHING), 10_000)),
                Arguments.of(
                        "a flood of empty fragments",
                        1008,
                        join(frame(TEXT, NOTHING), repeat(frame(CONTINUATION, NOTHING), 10_000))),
                Arguments.of("a flood of pings", 1008, repeat(frame(FINAL | PING, NOTHING), 10_000)),
                Arguments.of("a flood of commands", 1008, repeat(text(PING_COMMAND), 5_000)),
                Arguments.of("a lone continuation byte", 1007, frame(FINAL | TEXT, new byte[] {'"', (byte) 0x80, '"'})),
                Arguments.of(
                        "an overlong slash", 1007, frame(FINAL | TEXT, new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'
                        })),
                Arguments.of("a surrogate in UTF-8", 1007, frame(FINAL | TEXT, new byte[] {
                    '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'
                })),
                Arguments.of("beyond Unicode", 1007, frame(FINAL | TEXT, new byte[] {
                    '"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'
                })),
                Arguments.of("half a character", 1007, frame(FINAL | TEXT, new byte[] {'"', (byte) 0xE4, (byte) 0xBD})),
                Arguments.of("a byte order mark", 1007, text("\uFEFF" + PING_COMMAND)),
                Arguments.of("UTF-16", 1007, frame(FINAL | TEXT, PING_COMMAND.getBytes(StandardCharsets.UTF_16LE))),
                Arguments.of("no JSON", 1007, text("hello")),
                Arguments.of("half an object", 1007, text("{\"t\":\"ping\"")),
                Arguments.of("two objects", 1007, text(PING_COMMAND + PING_COMMAND)),
                Arguments.of("trailing bytes", 1007, text(PING_COMMAND + "x")),
                Arguments.of("an array", 1007, text("[" + PING_COMMAND + "]")),
                Arguments.of("a number", 1007, text("1")),
                Arguments.of("null", 1007, text("null")),
                Arguments.of("a string", 1007, text("\"ping\"")),
                Arguments.of("the same key twice", 1007, text("{\"t\":\"ping\",\"t\":\"ping\",\"id\":1}")),
                Arguments.of(
                        "the same key twice inside",
                        1007,
                        text("{\"t\":\"send\",\"body\":{\"text\":\"a\",\"text\":\"b\"}}")),
                Arguments.of("NaN", 1007, text("{\"t\":\"ping\",\"id\":NaN}")),
                Arguments.of("Infinity", 1007, text("{\"t\":\"ping\",\"id\":-Infinity}")),
                Arguments.of(
                        "a number of 1,000 digits", 1007, text("{\"t\":\"ping\",\"id\":" + "9".repeat(1_000) + "}")),
                Arguments.of("single quotes", 1007, text("{'t':'ping'}")),
                Arguments.of("a comment", 1007, text("{/* */\"t\":\"ping\"}")),
                Arguments.of("a raw line feed in a string", 1007, text("{\"t\":\"pi\nng\"}")),
                Arguments.of("10,000 levels", 1007, text("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")),
                Arguments.of("17 levels in a body", 1007, text("{\"body\":" + "[".repeat(17) + "]".repeat(17) + "}")),
                Arguments.of("a name of 100 characters", 1007, text("{\"" + "x".repeat(100) + "\":1}")),
                Arguments.of("an unknown escape", 1007, text("{\"t\":\"\\x41\"}")));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("closing")
    void malformedFramesCloseTheSocket(String what, int code, byte[] bytes) throws IOException {
        try (RawSocket raw = open()) {
            raw.write(bytes);

            assertThat(raw.closeCode()).isEqualTo(code);
        }
    }

    @Test
    void fragmentsAreOneMessageAndPingsMayComeBetween() throws IOException {
        byte[] ping = PING_COMMAND.getBytes(StandardCharsets.UTF_8);
        try (RawSocket raw = open()) {
            raw.write(frame(TEXT, java.util.Arrays.copyOf(ping, 5)));
            raw.write(frame(FINAL | PING, new byte[] {7}));
            raw.write(frame(CONTINUATION, NOTHING));
            raw.write(frame(FINAL | CONTINUATION, java.util.Arrays.copyOfRange(ping, 5, ping.length)));

            assertThat(raw.read()).satisfies(pong -> {
                assertThat(pong.opcode()).isEqualTo(10);
                assertThat(pong.payload()).containsExactly(7);
            });
            assertThat(raw.readFrame()).isEqualTo("{\"t\":\"pong\",\"id\":1}");
        }
    }

    @Test
    void bytesMayComeOneAtATime() throws IOException {
        try (RawSocket raw = open()) {
            for (byte one : text(PING_COMMAND)) {
                raw.write(new byte[] {one});
            }

            assertThat(raw.readFrame()).isEqualTo("{\"t\":\"pong\",\"id\":1}");
        }
    }

    @Test
    void aGoodbyeIsReturned() throws IOException {
        try (RawSocket raw = open()) {
            raw.write(frame(FINAL | CLOSE, new byte[] {3, (byte) 0xE8}));

            assertThat(raw.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void tooManyCommandsAreRefusedWithATimeBeforeAnybodyIsSentAway() throws IOException {
        try (RawSocket raw = open()) {
            raw.write(repeat(text(PING_COMMAND), 90));

            String answer = raw.readFrame();
            while (answer.contains("pong")) {
                answer = raw.readFrame();
            }
            assertThat(answer)
                    .contains("\"code\":\"gateway.too_fast\"")
                    .contains("\"id\":1")
                    .contains("retryAfterMs");
        }
    }

    @Test
    void aBadSocketDoesNotDisturbItsNeighbours() throws IOException {
        TestOrg org = given.org();
        try (RawSocket bad = open();
                RawSocket good = RawSocket.open(server.port(), org.user().token())) {
            bad.write(text("["));
            assertThat(bad.closeCode()).isEqualTo(1007);

            good.write(text(PING_COMMAND));

            assertThat(good.readFrame()).isEqualTo("{\"t\":\"pong\",\"id\":1}");
        }
    }

    private RawSocket open() throws IOException {
        return RawSocket.open(server.port(), given.org().user().token());
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static byte[] repeat(byte[] bytes, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}
