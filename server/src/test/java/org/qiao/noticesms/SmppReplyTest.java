package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.Carrier.Parcel;
import org.qiao.notice.GsmAlphabet;
import org.qiao.notice.NoticeText;
import org.qiao.platform.OutboundNetworks;
import org.qiao.testing.Await;
import org.qiao.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** What people write back, brought by a real SMPP server in this process. */
class SmppReplyTest {

    private static final long ORG = 8;

    private final RecordingInbound inbound = new RecordingInbound();
    private final TestClock clock = new TestClock();
    private TestSmsc smsc;
    private SmppCarrier carrier;
    private String settings;

    @BeforeEach
    void connect() throws Exception {
        smsc = new TestSmsc();
        carrier = new SmppCarrier(
                JsonMapper.builder().build(),
                OutboundNetworks.of("127.0.0.0/8", "::1"),
                inbound,
                clock,
                SmppTimes.STANDARD);
        settings =
                "{\"host\":\"127.0.0.1\",\"port\":" + smsc.port() + ",\"systemId\":\"qiao\",\"password\":\"secret\"}";
        carrier.open(ORG, settings);
        Await.until(() -> smsc.connections() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        carrier.destroy();
        smsc.close();
    }

    @Test
    void repliesComeInEveryAlphabet() throws Exception {
        smsc.write("8613800138000", 0, GsmAlphabet.encode("1 €"));
        smsc.write("8613800138000", 8, "收到🐎".getBytes(StandardCharsets.UTF_16BE));
        smsc.write("8613800138000", 3, "reçu".getBytes(StandardCharsets.ISO_8859_1));
        smsc.write(
                "8613800138000",
                0,
                new byte[0],
                new OptionalParameter.Message_payload(GsmAlphabet.encode("in payload")));
        smsc.write("8613800138000", 4, new byte[] {1, 2, 3});
        smsc.write("10086", 0, GsmAlphabet.encode("not from a person"));

        assertThat(inbound.replies)
                .extracting(RecordingInbound.Reply::text)
                .containsExactly("1 €", "收到🐎", "reçu", "in payload");
        assertThat(inbound.replies).allSatisfy(reply -> assertThat(reply.from()).isEqualTo("+8613800138000"));
    }

    @Test
    void aLongReplyIsJoinedWhateverTheOrderOfItsParts() throws Exception {
        byte[] text = "好的🐎马上到".getBytes(StandardCharsets.UTF_16BE);

        smsc.writeWithHeader("8613800138000", 8, joined("050003110302", text, 6, 10));
        smsc.writeWithHeader("8613800138000", 8, joined("050003110303", text, 10, text.length));
        smsc.writeWithHeader("8613900139000", 8, joined("050003110301", text, 0, 6));
        assertThat(inbound.replies).isEmpty();
        smsc.writeWithHeader("8613800138000", 8, joined("050003110301", text, 0, 6));
        smsc.writeWithHeader("8613800138000", 0, joined("060804123402" + "02", GsmAlphabet.encode("second"), 0, 6));
        smsc.writeWithHeader("8613800138000", 0, joined("060804123402" + "01", GsmAlphabet.encode("first "), 0, 6));
        smsc.write("8613800138000", 0, GsmAlphabet.encode("a"), sar(1));
        smsc.write("8613800138000", 0, GsmAlphabet.encode("b"), sar(2));

        assertThat(inbound.replies)
                .extracting(RecordingInbound.Reply::text)
                .containsExactly("好的🐎马上到", "first second", "ab");
    }

    @Test
    void aLongReplyThatStaysIncompleteIsToldAsFarAsItCame() throws Exception {
        smsc.writeWithHeader("8613800138000", 0, joined("050003110201", GsmAlphabet.encode("1 and more"), 0, 10));
        clock.forward(LongReplies.PATIENCE.plusSeconds(1));

        Await.until(() -> inbound.replies.size() == 1);
        assertThat(inbound.replies.getFirst().text()).isEqualTo("1 and more");
    }

    @Test
    void brokenHeadersAndEmptyMessagesHarmNothing() throws Exception {
        for (String bytes :
                List.of("", "ff", "0500", "050003", "0500031100ff", "050003110500", "050003110206", "00ff")) {
            smsc.writeWithHeader("8613800138000", 8, HexFormat.of().parseHex(bytes));
        }
        smsc.write("", 0, new byte[0]);

        assertThat(carrier.carry(settings, parcel())).isInstanceOf(Outcome.Sent.class);
    }

    private Parcel parcel() {
        NoticeText text = NoticeText.of("", "one", null);
        return new Parcel(
                ORG,
                1,
                1,
                "+8613800138000",
                Locale.ENGLISH,
                text,
                true,
                clock.instant().plusSeconds(600));
    }

    private static byte[] joined(String header, byte[] text, int from, int to) {
        return HexFormat.of().parseHex(header + HexFormat.of().formatHex(text, from, to));
    }

    private static OptionalParameter[] sar(int number) {
        return new OptionalParameter[] {
            new OptionalParameter.Sar_msg_ref_num((short) 9),
            new OptionalParameter.Sar_total_segments((byte) 2),
            new OptionalParameter.Sar_segment_seqnum((byte) number)
        };
    }
}
