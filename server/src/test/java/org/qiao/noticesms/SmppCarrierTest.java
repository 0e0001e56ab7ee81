package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.noticesms.TestSmsc.drop;
import static org.qiao.noticesms.TestSmsc.refuse;
import static org.qiao.noticesms.TestSmsc.take;

import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.Carrier.Parcel;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.GsmAlphabet;
import org.qiao.notice.NoticeText;
import org.qiao.platform.OutboundNetworks;
import org.qiao.testing.Await;
import org.qiao.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** Against a real SMPP server in this process. */
class SmppCarrierTest {

    private static final long ORG = 7;
    private static final String LONG = "紧急：三号车间停电，请值班人员立即到现场集合，".repeat(4);

    private static final SmppTimes TIMES = new SmppTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(3));

    private static final SmppTimes HASTY = new SmppTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(3));

    private static final SmppTimes QUICK = new SmppTimes(
            Duration.ofSeconds(5),
            Duration.ofMillis(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofSeconds(3));

    private final RecordingInbound inbound = new RecordingInbound();
    private final TestClock clock = new TestClock();
    private TestSmsc smsc;
    private SmppCarrier carrier;

    @BeforeEach
    void start() throws Exception {
        smsc = new TestSmsc();
        carrier = carrier(TIMES);
    }

    @AfterEach
    void stop() throws Exception {
        carrier.destroy();
        smsc.close();
    }

    @Test
    void aMessageArrivesAsTheProviderWantsIt() {
        Outcome outcome = carrier.carry(
                settings("\"sourceAddress\":\"10690001\",\"signature\":\"[Qiao] \""), parcel(1, "Fire in hall 3"));

        assertThat(outcome).isEqualTo(new Outcome.Sent(smsc.lastId(), 1));
        SubmitSm message = smsc.taken.getFirst();
        assertThat(message.getDestAddress()).isEqualTo("8613800138000");
        assertThat(message.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(message.getDestAddrNpi()).isEqualTo((byte) 1);
        assertThat(message.getSourceAddr()).isEqualTo("10690001");
        assertThat(message.getDataCoding()).isZero();
        assertThat(message.getEsmClass()).isZero();
        assertThat(message.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(GsmAlphabet.decode(message.getShortMessage())).isEqualTo("[Qiao] Fire in hall 3");
        assertThat(smsc.binds.getFirst().getBindType()).isEqualTo(BindType.BIND_TRX);
    }

    @Test
    void aLongChineseMessageIsOneTextOfSeveralParts() {
        Outcome outcome =
                carrier.carry(settings("\"signature\":\"【桥】\",\"numbers\":\"NATIONAL\""), parcel(0x1ff, LONG));

        assertThat(outcome).isEqualTo(new Outcome.Sent(smsc.lastId(), 2));
        assertThat(smsc.taken).extracting(SubmitSm::getDataCoding).containsOnly((byte) 8);
        assertThat(smsc.taken).extracting(SubmitSm::getEsmClass).containsOnly((byte) 0x40);
        assertThat(smsc.taken).extracting(SubmitSm::getDestAddress).containsOnly("13800138000");
        assertThat(smsc.taken)
                .extracting(message -> HexFormat.of().formatHex(message.getShortMessage(), 0, 6))
                .containsExactly("050003ff0201", "050003ff0202");
        StringBuilder text = new StringBuilder();
        smsc.taken.forEach(message -> text.append(new String(
                message.getShortMessage(), 6, message.getShortMessage().length - 6, StandardCharsets.UTF_16BE)));
        assertThat(text.toString()).isEqualTo("【桥】" + LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, 2, true,",
        "EXPIRED, 3, false, NO_ROUTE",
        "UNDELIV, 5, false, NOT_DELIVERED",
        "DELETED, 4, false, NOT_DELIVERED",
        "UNKNOWN, 7, false, NOT_DELIVERED",
        "REJECTD, 8, false, REFUSED"
    })
    void receiptsAreUnderstoodInBothForms(String name, int number, boolean delivered, FailReason reason)
            throws Exception {
        String reference = sent(carrier.carry(settings(""), parcel(1, "one")));

        smsc.receipt(reference, name);
        smsc.receiptInParameters(reference, number);

        assertThat(inbound.receipts)
                .hasSize(2)
                .containsOnly(new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, reference, delivered, reason));
    }

    @Test
    void aMessageOnItsWayIsNoNews() throws Exception {
        String reference = sent(carrier.carry(settings(""), parcel(1, "one")));

        smsc.receipt(reference, "ENROUTE");
        smsc.receipt(reference, "ACCEPTD");
        smsc.receiptInParameters(reference, 1);
        smsc.receipt("", "");

        assertThat(inbound.receipts).isEmpty();
    }

    @Test
    void aTextOfPartsIsDeliveredWhenEveryPartIsAndRepeatsSayTheSame() throws Exception {
        String last = sent(carrier.carry(settings(""), parcel(1, LONG)));
        String first = previous(last);

        smsc.receipt(last, "DELIVRD");
        assertThat(inbound.receipts).isEmpty();
        smsc.receipt(first, "DELIVRD");
        smsc.receipt(first, "DELIVRD");

        assertThat(inbound.receipts)
                .hasSize(2)
                .containsOnly(new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, last, true, null));
    }

    @Test
    void aTextOfPartsFailsWithTheFirstPartThatDoes() throws Exception {
        String last = sent(carrier.carry(settings(""), parcel(1, LONG)));

        smsc.receipt(previous(last), "EXPIRED");
        smsc.receipt(last, "DELIVRD");

        assertThat(inbound.receipts)
                .isNotEmpty()
                .containsOnly(new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, last, false, FailReason.NO_ROUTE));
    }

    @Test
    void receiptsMayOvertakeTheAnswer() throws Exception {
        TestSmsc.Reaction early = (message, session, id) -> TestSmsc.receipt(session, id, "DELIVRD");
        smsc.next(early, early, early);

        String alone = sent(carrier.carry(settings(""), parcel(1, "one")));
        String last = sent(carrier.carry(settings(""), parcel(2, LONG)));

        assertThat(inbound.receipts)
                .containsExactly(
                        new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, alone, true, null),
                        new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, last, true, null));
    }

    @Test
    void anotherMessagesReceiptIsHeldBackOnlyWhileALongTextIsOnItsWay() {
        smsc.next((message, session, id) -> TestSmsc.receipt(session, "stranger", "DELIVRD"));

        carrier.carry(settings(""), parcel(2, LONG));

        assertThat(inbound.receipts)
                .containsExactly(new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, "stranger", true, null));
    }

    @Test
    void afterARestartTheLastPartSpeaksForTheWhole() throws Exception {
        String last = sent(carrier.carry(settings(""), parcel(1, LONG)));
        carrier.destroy();
        Await.until(() -> smsc.connections() == 0);

        carrier = carrier(TIMES);
        carrier.open(ORG, settings(""));
        Await.until(() -> smsc.connections() == 1);
        smsc.receipt(last, "DELIVRD");

        assertThat(inbound.receipts)
                .containsExactly(new RecordingInbound.Receipt(ORG, CarrierKind.SMPP, last, true, null));
    }

    @Test
    void aProviderThatAnswersInHexadecimalAndWritesReceiptsInDecimalIsUnderstood() throws Exception {
        String reference = sent(carrier.carry(settings("\"receiptIds\":\"DECIMAL\""), parcel(1, "one")));

        assertThat(reference).isEqualTo(Integer.toString(Integer.parseInt(smsc.lastId(), 16)));
        smsc.receipt(reference, "DELIVRD");
        assertThat(inbound.receipts).hasSize(1);
    }

    @Test
    void whatTheProviderTookBeforeItAskedToWaitIsNotSentAgain() {
        smsc.next(take(), refuse(SMPPConstant.STAT_ESME_RTHROTTLED));

        Outcome first = carrier.carry(settings(""), parcel(1, LONG));
        assertThat(first).isEqualTo(new Outcome.Later(FailReason.GAVE_UP, TIMES.throttled()));
        Outcome second = carrier.carry(settings(""), parcel(1, LONG));

        assertThat(second).isEqualTo(new Outcome.Sent(smsc.lastId(), 2));
        assertThat(smsc.taken)
                .extracting(message -> message.getShortMessage()[5])
                .containsExactly((byte) 1, (byte) 2);
    }

    @ParameterizedTest
    @CsvSource({"0x58", "0x14", "0x08", "0x45", "0x64", "0x04"})
    void passingTroubleIsForLater(String status) {
        smsc.next(refuse(Integer.decode(status)));

        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Later.class);
        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Sent.class);
    }

    @ParameterizedTest
    @CsvSource({"0x0b, INVALID_ADDRESS", "0x0a, REFUSED", "0x65, REFUSED", "0x66, REFUSED", "0x400, REFUSED"})
    void aRefusalIsFinal(String status, FailReason reason) {
        smsc.next(refuse(Integer.decode(status)));

        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isEqualTo(new Outcome.Failed(reason, 0));
    }

    @Test
    void aRefusalInTheMiddleCostsThePartsThatWereTaken() {
        smsc.next(take(), refuse(SMPPConstant.STAT_ESME_RINVDSTADR));

        assertThat(carrier.carry(settings(""), parcel(1, LONG)))
                .isEqualTo(new Outcome.Failed(FailReason.INVALID_ADDRESS, 1));
    }

    @Test
    void silenceIsForLater() throws Exception {
        carrier.destroy();
        carrier = carrier(HASTY);
        smsc.next(smsc.silence());

        assertThat(carrier.carry(settings(""), parcel(1, "one")))
                .isEqualTo(new Outcome.Later(FailReason.GAVE_UP, null));
        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsMadeAgainAndOnlyTheRestIsSent() throws Exception {
        carrier.destroy();
        carrier = carrier(HASTY);
        smsc.next(take(), drop());

        assertThat(carrier.carry(settings(""), parcel(1, LONG))).isInstanceOf(Outcome.Later.class);
        Await.until(() -> smsc.connections() == 1);
        Outcome outcome = carrier.carry(settings(""), parcel(1, LONG));

        assertThat(outcome).isEqualTo(new Outcome.Sent(smsc.lastId(), 2));
        assertThat(smsc.binds).hasSize(2);
    }

    @Test
    void aLostConnectionComesBackByItself() {
        carrier.open(ORG, settings(""));
        Await.until(() -> smsc.connections() == 1);

        smsc.dropAll();

        Await.until(() -> smsc.binds.size() == 2 && smsc.connections() == 1);
    }

    @Test
    void nothingIsSentWhileTheProviderIsAwayOrRefusesThePassword() throws Exception {
        Outcome refused = carrier.carry(settings("\"password\":\"wrong\""), parcel(1, "one"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.pause()).isPositive());

        int port = smsc.port();
        smsc.close();
        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Later.class);

        smsc = new TestSmsc(port);
        Await.until(() -> smsc.connections() == 1);
        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void anIdleConnectionIsAskedForLife() {
        carrier.open(ORG, settings(""));

        Await.until(() -> smsc.enquiries.get() >= 2);
    }

    @Test
    void noMoreThanTheWindowIsUnderWay() throws Exception {
        CountingGate gate = new CountingGate(smsc, 3);
        List<Callable<Outcome>> sends = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int id = i;
            smsc.next(gate);
            sends.add(() -> carrier.carry(settings("\"windowSize\":3"), parcel(id, "one")));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome> outcome : threads.invokeAll(sends)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Sent.class);
            }
        }
        assertThat(smsc.mostAtOnce).hasValue(3);
        assertThat(smsc.taken).hasSize(12);
    }

    /** Answers the first ones only when as many are under way as there may be. */
    private record CountingGate(TestSmsc smsc, int atOnce, AtomicInteger seen) implements TestSmsc.Reaction {

        CountingGate(TestSmsc smsc, int atOnce) {
            this(smsc, atOnce, new AtomicInteger());
        }

        @Override
        public void on(SubmitSm message, org.jsmpp.session.SMPPServerSession session, String id) {
            seen.incrementAndGet();
            Await.until(() -> seen.get() >= atOnce);
        }
    }

    @Test
    void whatCouldNotBeTakenIsNotAnsweredSoTheProviderBringsItAgain() throws Exception {
        String reference = sent(carrier.carry(settings(""), parcel(1, "one")));
        inbound.broken = true;
        assertThat(TestSmsc.status(() -> smsc.receipt(reference, "DELIVRD"))).isNotZero();
        assertThat(TestSmsc.status(() -> smsc.write("8613800138000", 0, GsmAlphabet.encode("1"))))
                .isNotZero();

        inbound.broken = false;
        assertThat(TestSmsc.status(() -> smsc.receipt(reference, "DELIVRD"))).isZero();
        assertThat(TestSmsc.status(() -> smsc.write("8613800138000", 0, GsmAlphabet.encode("1"))))
                .isZero();
        assertThat(inbound.receipts).hasSize(1);
        assertThat(inbound.replies).hasSize(1);
    }

    @Test
    void aMessageOfImpossibleLengthEndsTheConnectionNotTheServer() throws Exception {
        carrier = carrier(HASTY);
        try (ServerSocket liar = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            carrier.open(ORG, settings("\"port\":" + liar.getLocalPort()));
            for (int i = 0; i < 2; i++) {
                Socket victim = liar.accept();
                victim.getInputStream().readNBytes(16);
                victim.getOutputStream().write(HexFormat.of().parseHex("7fffffff800000090000000000000001"));
                victim.getInputStream().readAllBytes(); // the rest of his bind, then the end
                victim.close();
            }
        }
    }

    @Test
    void aProviderWhoHangsUpWhileHeSaysYesIsAskedAgain() throws Exception {
        carrier = carrier(QUICK);
        try (ServerSocket hasty = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            hasty.setSoTimeout(40_000);
            carrier.open(ORG, settings("\"port\":" + hasty.getLocalPort()));
            for (int i = 0; i < 30; i++) {
                try (Socket victim = hasty.accept()) {
                    int length = new DataInputStream(victim.getInputStream()).readInt();
                    victim.getInputStream().readNBytes(length - 4);
                    victim.getOutputStream()
                            .write(HexFormat.of().parseHex("0000001580000009000000000000000151494e4700"));
                }
            }
        }
    }

    @Test
    void otherSettingsMakeAnotherConnectionAndForgettingEndsIt() {
        carrier.open(ORG, settings(""));
        Await.until(() -> smsc.connections() == 1);
        carrier.open(ORG, settings("\"systemType\":\"other\""));
        Await.until(() -> smsc.binds.size() == 2 && smsc.connections() == 1);
        carrier.open(ORG + 1, settings(""));
        Await.until(() -> smsc.connections() == 2);

        carrier.forget(ORG);
        Await.until(() -> smsc.connections() == 1);
        carrier.forget(ORG);
    }

    @Test
    void aProviderThatAcceptsAndNeverDeliversSaysNothing() {
        assertThat(carrier.carry(settings(""), parcel(1, "one"))).isInstanceOf(Outcome.Sent.class);
        assertThat(inbound.receipts).isEmpty();
    }

    private SmppCarrier carrier(SmppTimes times) {
        return new SmppCarrier(
                JsonMapper.builder().build(), OutboundNetworks.of("127.0.0.0/8", "::1"), inbound, clock, times);
    }

    /** A later field of the same name wins. */
    private String settings(String more) {
        return "{\"host\":\"127.0.0.1\",\"port\":" + smsc.port() + ",\"systemId\":\"qiao\",\"password\":\""
                + TestSmsc.PASSWORD + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private Parcel parcel(long id, String text) {
        return new Parcel(
                ORG,
                id,
                1,
                "+8613800138000",
                Locale.SIMPLIFIED_CHINESE,
                NoticeText.of("", text, null),
                true,
                clock.instant().plusSeconds(600));
    }

    private static String sent(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        return ((Outcome.Sent) outcome).reference();
    }

    private static String previous(String id) {
        return Integer.toHexString(Integer.parseInt(id, 16) - 1);
    }
}
