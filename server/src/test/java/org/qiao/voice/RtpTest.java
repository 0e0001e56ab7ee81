package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpTest {

    @Test
    void aPacketIsWrittenAsTheStandardDrawsIt() {
        byte[] bytes = new RtpPacket(8, true, 0x1234, 0x01020304, 0xcafebabe, new byte[] {5, 6}).bytes();

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("8088" + "1234" + "01020304" + "cafebabe" + "0506");
    }

    @Test
    void sourcesExtensionsAndPaddingAreSteppedOver() {
        byte[] bytes = HexFormat.of()
                .parseHex("b1e5" + "0001" + "00000002" + "00000003" + "aaaaaaaa" + "bede0001" + "bbbbbbbb" + "01020304"
                        + "000002");

        RtpPacket packet = RtpPacket.parse(bytes, bytes.length).orElseThrow();

        assertThat(packet.payloadType()).isEqualTo(101);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payload()).containsExactly(1, 2, 3, 4, 0);
    }

    @Test
    void whatIsNoPacketIsNone() {
        Random random = new Random(3550);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            Optional<RtpPacket> packet = RtpPacket.parse(bytes, bytes.length);
            assertThat(packet.isEmpty() || packet.get().payload().length <= bytes.length - 12)
                    .isTrue();
        }
        assertThat(RtpPacket.parse(new byte[12], 12)).as("version 0").isEmpty();
    }

    @Test
    void bothCodecsKnowTheirReferenceValues() {
        // ITU-T G.711, tables 1a and 2a; silence as every network sends it.
        assertThat(G711.PCMA.encode((short) 0) & 0xff).isEqualTo(0xd5);
        assertThat(G711.PCMU.encode((short) 0) & 0xff).isEqualTo(0xff);
        assertThat(G711.PCMA.encode(Short.MAX_VALUE) & 0xff).isEqualTo(0xaa);
        assertThat(G711.PCMA.encode(Short.MIN_VALUE) & 0xff).isEqualTo(0x2a);
        assertThat(G711.PCMU.encode(Short.MAX_VALUE) & 0xff).isEqualTo(0x80);
        assertThat(G711.PCMU.encode(Short.MIN_VALUE) & 0xff).isEqualTo(0x00);
        assertThat(G711.PCMA.decode((byte) 0xaa)).isEqualTo((short) 32_256);
        assertThat(G711.PCMU.decode((byte) 0x80)).isEqualTo((short) 32_124);
    }

    @Test
    void everyCodeComesBackAndEverySampleComesNear() {
        for (G711 codec : G711.values()) {
            for (int code = 0; code < 256; code++) {
                short sample = codec.decode((byte) code);
                assertThat(codec.decode(codec.encode(sample))).isEqualTo(sample);
            }
            for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
                int error = Math.abs(codec.decode(codec.encode((short) sample)) - sample);
                assertThat(error).isLessThanOrEqualTo(20 + Math.abs(sample) / 25);
            }
        }
    }

    @Test
    void theOfferNamesBothCodecsAndTheKeys() throws Exception {
        String offer =
                new String(Sdp.offer(java.net.InetAddress.ofLiteral("192.0.2.1"), 4_000, 7), StandardCharsets.US_ASCII);

        assertThat(offer)
                .contains("c=IN IP4 192.0.2.1\r\n", "m=audio 4000 RTP/AVP 8 0 101\r\n", "telephone-event/8000");
        assertThat(new String(
                        Sdp.offer(java.net.InetAddress.ofLiteral("2001:db8::1"), 4_000, 7), StandardCharsets.US_ASCII))
                .contains("c=IN IP6 2001:db8");
    }

    @Test
    void theAnswerSaysWhereHowAndWhichKeys() {
        Sdp.Agreed agreed = answer("""
                v=0
                o=- 1 1 IN IP4 192.0.2.7
                s=-
                c=IN IP4 192.0.2.7
                t=0 0
                m=audio 4002 RTP/AVP 0 8 96
                c=IN IP4 192.0.2.8
                a=rtpmap:96 telephone-event/8000
                m=video 0 RTP/AVP 97
                c=IN IP4 192.0.2.9
                """).orElseThrow();

        assertThat(agreed.codec()).isEqualTo(G711.PCMU);
        assertThat(agreed.eventType()).isEqualTo(96);
        assertThat(agreed.remote().getAddress().getHostAddress()).isEqualTo("192.0.2.8");
        assertThat(agreed.remote().getPort()).isEqualTo(4_002);
    }

    @Test
    void anAnswerThatCannotBeTalkedWithIsNone() {
        String good = "c=IN IP4 192.0.2.7\nm=audio 4002 RTP/AVP 8\n";

        assertThat(answer(good)).isPresent();
        assertThat(answer(good.replace("4002", "0"))).as("refused stream").isEmpty();
        assertThat(answer(good.replace("4002", "70000"))).isEmpty();
        assertThat(answer(good.replace("AVP 8", "AVP 18"))).as("only G.729").isEmpty();
        assertThat(answer(good.replace("RTP/AVP", "RTP/SAVP"))).isEmpty();
        assertThat(answer(good.replace("192.0.2.7", "224.0.0.1")))
                .as("to a crowd")
                .isEmpty();
        assertThat(answer(good.replace("192.0.2.7", "0.0.0.0"))).isEmpty();
        assertThat(answer(good.replace("192.0.2.7", "evil.example.com"))).isEmpty();
        assertThat(answer("")).isEmpty();
        assertThat(answer("m=audio\nc=\na=rtpmap:\nm=")).isEmpty();
    }

    @Test
    void aPlaylistSaysTheReadingThreeTimesBetweenSilences() {
        short[] samples = new short[250]; // a frame and a half
        java.util.Arrays.fill(samples, (short) 10_000);
        CallPace pace = new CallPace(
                CallPace.STANDARD.timers(), Duration.ofMillis(40), Duration.ofMillis(60), Duration.ofMillis(100));
        Playlist playlist = new Playlist(G711.PCMA, samples, true, pace);

        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < playlist.frames(); i++) {
            assertThat(playlist.frame(i)).hasSize(160);
            heard.append(playlist.frame(i)[0] == G711.PCMA.encode((short) 0) ? '.' : 'x');
        }

        assertThat(heard.toString()).isEqualTo("..xx...xx...xx.....");
        assertThat(playlist.frame(3)[159]).as("filled up").isEqualTo(G711.PCMA.encode((short) 0));
    }

    @Test
    void aLongReadingIsNotRepeatedIntoALecture() {
        assertThat(CallPace.STANDARD.readings(10 * 8_000, true)).isEqualTo(3);
        assertThat(CallPace.STANDARD.readings(10 * 8_000, false)).isEqualTo(2);
        assertThat(CallPace.STANDARD.readings(80 * 8_000, true)).isEqualTo(2);
        assertThat(CallPace.STANDARD.readings(120 * 8_000, true)).isEqualTo(1);
    }

    private static Optional<Sdp.Agreed> answer(String text) {
        return Sdp.answer(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
