package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.platform.OutboundNetworks;
import org.qiao.testing.Await;
import org.qiao.testing.Sipp;
import org.qiao.voice.CallResult.Answered;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;

/** Whole calls: our signalling against sipp, our audio against an ear of the test, speech by espeak-ng. */
@Order(1)
class VoiceCallsTest {

    private static final List<String> TTS =
            List.of("espeak-ng", "--stdin", "-s", "150", "-v", "{{voice}}", "-w", "{{file}}");
    private static final String NUMBER = "+8613800138000";

    private final AtomicInteger rings = new AtomicInteger();
    private static final OutboundNetworks HERE = OutboundNetworks.of("127.0.0.0/8", "::1");

    private final VoiceCalls calls = new VoiceCalls(new VoiceSettings(TTS, 10), HERE, pace(100));

    @Test
    void keyOneByTelephoneEventConfirms() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1").presses(1, 20);
                Sipp callee = Sipp.udp("answer", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(true))).isEqualTo(new Answered(true, 1));
            callee.agrees();
            assertThat(rings).hasValue(1);
        }
    }

    @Test
    void keyOneByInfoConfirms() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee = Sipp.udp("press-info", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(true))).isEqualTo(new Answered(true, 1));
            callee.agrees();
        }
    }

    @Test
    void theSameOverTcp() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee = Sipp.tcp("press-info", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret", Trunk.Transport.TCP, Duration.ofSeconds(5)), tone(true)))
                    .isEqualTo(new Answered(true, 1));
            callee.agrees();
        }
    }

    @Test
    void otherKeysConfirmNothingAndTheSpokenTextIsHeardToItsEnd() throws Exception {
        Announcement spoken = new Announcement("今晚八点开会。", Locale.SIMPLIFIED_CHINESE, "cmn", null, true);
        try (RtpSink sink = new RtpSink("127.0.0.1").presses(5, 10);
                Sipp callee = Sipp.udp("answer", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), spoken)).isEqualTo(new Answered(false, 1));
            callee.agrees();

            assertThat(sink.packets().size())
                    .as("three times at least two seconds")
                    .isGreaterThan(300);
            assertThat(loudest(MediaTest.heard(sink.packets()))).isGreaterThan(5_000);
        }
    }

    @Test
    void whatOnlyTellsAsksForNoKey() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1").presses(1, 10);
                Sipp callee = Sipp.udp("answer", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(false))).isEqualTo(new Answered(false, 1));
            callee.agrees();
        }
    }

    @Test
    void theCalleeMayHangUpInTheMiddle() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee = Sipp.udp("hang-up", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(true))).isEqualTo(new Answered(false, 1));
            callee.agrees();
        }
    }

    @Test
    void whatTheNetworkLosesIsSaidAgain() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee = Sipp.udp("answer", "sink", sink.port());
                LossyRelay relay = new LossyRelay(callee.port(), "INVITE ", "SIP/2.0 180", "ACK ", "BYE ")) {
            assertThat(call(trunk(relay.port(), "secret"), tone(false))).isEqualTo(new Answered(false, 1));
            callee.agrees();
            assertThat(relay.lost()).containsExactlyInAnyOrder("INVITE ", "SIP/2.0 180", "ACK ", "BYE ");
            assertThat(rings).as("the answer tells that it rang").hasValue(1);
        }
    }

    @Test
    void busyRejectedAndUnknownAreToldApart() throws Exception {
        assertThat(refusedWith("486")).isEqualTo(new NotReached(Why.BUSY));
        assertThat(refusedWith("603")).isEqualTo(new NotReached(Why.BUSY));
        assertThat(refusedWith("404")).isEqualTo(new NotReached(Why.INVALID_NUMBER));
        assertThat(refusedWith("480")).isEqualTo(new NotReached(Why.NO_ROUTE));
        assertThat(refusedWith("403")).isEqualTo(new NotReached(Why.REFUSED));
        assertThat(refusedWith("503")).isEqualTo(new TryLater(Obstacle.NETWORK, Duration.ofSeconds(7)));
        assertThat(rings).hasValue(0);
    }

    private CallResult refusedWith(String status) throws Exception {
        try (Sipp callee = Sipp.udp("refuse", "status", status)) {
            CallResult result = call(trunk(callee.port(), "secret"), tone(true));
            callee.agrees();
            return result;
        }
    }

    @Test
    void aTelephoneThatRingsForEverIsGivenUp() throws Exception {
        try (Sipp callee = Sipp.udp("ring")) {
            assertThat(call(trunk(callee.port(), "secret"), tone(true))).isEqualTo(new NotReached(Why.NO_ANSWER));
            callee.agrees();
            assertThat(rings).hasValue(1);
        }
    }

    @Test
    void thePasswordIsProvenToAServer() throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee = Sipp.udp("challenge", "algorithm", "MD5", "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(false))).isEqualTo(new Answered(false, 1));
            callee.agrees();
        }
    }

    /** This sipp checks neither proxies' challenges nor SHA-256 itself, so the scenario knows the right proof. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 6cf4e1d7f29f87290a9dada6891d1630",
        "SHA-256, 35b64cc0e51705c6b3afe31caff340eb4062e95fb06a98b08097134ed5608ded"
    })
    void thePasswordIsProvenToAProxy(String algorithm, String proof) throws Exception {
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Sipp callee =
                        Sipp.udp("challenge-proxy", "algorithm", algorithm, "proof", proof, "sink", sink.port())) {
            assertThat(call(trunk(callee.port(), "secret"), tone(false))).isEqualTo(new Answered(false, 1));
            callee.agrees();
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        try (Sipp callee = Sipp.udp("challenge", "algorithm", "MD5", "sink", "9")) {
            assertThat(call(trunk(callee.port(), "wrong"), tone(false))).isEqualTo(new NotReached(Why.REFUSED));
            callee.agrees();
        }
    }

    @Test
    void anAnswerWithoutCommonAudioIsEndedPolitely() throws Exception {
        try (Sipp callee = Sipp.udp("no-audio", "sink", "9")) {
            assertThat(call(trunk(callee.port(), "secret"), tone(true))).isEqualTo(new NotReached(Why.REFUSED));
            callee.agrees();
        }
    }

    @Test
    void aPeerThatNeverSaysAnythingIsTriedLater() throws Exception {
        VoiceCalls impatient = new VoiceCalls(new VoiceSettings(TTS, 10), HERE, pace(20));
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            CallResult result = impatient.call(
                    1, trunk(silent.getLocalPort(), "secret"), NUMBER, tone(true), rings::incrementAndGet);

            assertThat(result).isEqualTo(new TryLater(Obstacle.NETWORK, null));
            byte[] first = received(silent);
            assertThat(received(silent)).as("the same again").isEqualTo(first);
            assertThat(rings).hasValue(0);
        }
    }

    private static byte[] received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
        socket.setSoTimeout(5_000);
        socket.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Test
    void oneCallTooManyWaits() throws Exception {
        CountDownLatch ringing = new CountDownLatch(1);
        try (Sipp callee = Sipp.udp("ring")) {
            Trunk trunk = trunk(callee.port(), "secret");
            FutureTask<CallResult> first =
                    new FutureTask<>(() -> calls.call(7, trunk, NUMBER, tone(true), ringing::countDown));
            Thread.ofVirtual().start(first);
            ringing.await();

            assertThat(calls.call(7, trunk, NUMBER, tone(true), rings::incrementAndGet))
                    .isInstanceOfSatisfying(
                            TryLater.class,
                            later -> assertThat(later.obstacle()).isEqualTo(Obstacle.ALL_LINES_TAKEN));
            assertThat(first.get()).isEqualTo(new NotReached(Why.NO_ANSWER));
        }
        assertThat(refusedWith("486")).as("the line is free again").isEqualTo(new NotReached(Why.BUSY));
    }

    @Test
    void anInterruptWithdrawsTheCall() throws Exception {
        try (Sipp callee = Sipp.udp("ring")) {
            Trunk trunk = trunk(callee.port(), "secret", Trunk.Transport.UDP, Duration.ofMinutes(2));
            FutureTask<CallResult> call =
                    new FutureTask<>(() -> calls.call(1, trunk, NUMBER, tone(true), rings::incrementAndGet));
            Thread caller = Thread.ofVirtual().start(call);
            Await.until(() -> rings.get() == 1);
            caller.interrupt();

            assertThat(call.get()).as("it rang").isEqualTo(new NotReached(Why.NO_ANSWER));
        }
    }

    @Test
    void withoutItsSpeakingProgramNobodyIsRung() throws Exception {
        VoiceCalls mute =
                new VoiceCalls(new VoiceSettings(List.of("no-such-program", "{{file}}"), 10), HERE, pace(100));
        Announcement spoken = new Announcement("Hello", Locale.ENGLISH, "en", null, true);

        assertThat(mute.canSpeak()).isFalse();
        assertThat(mute.call(1, trunk(9, ""), NUMBER, spoken, rings::incrementAndGet))
                .isEqualTo(new TryLater(Obstacle.NO_SPEECH, null));
    }

    @Test
    void voicesAreTried() throws Exception {
        assertThat(calls.canSpeak())
                .as("These tests need espeak-ng: apt-get install espeak-ng")
                .isTrue();
        assertThat(calls.speaks(Locale.SIMPLIFIED_CHINESE, "cmn")).isTrue();
        assertThat(calls.speaks(Locale.ENGLISH, "en")).isTrue();
        assertThat(calls.speaks(Locale.ENGLISH, "qqq")).isFalse();
    }

    @Test
    void whatIsNoNumberIsNotDialled() throws Exception {
        for (String number : List.of("", "1", "+86 138", "1;x=y@evil", "1\r\nX: y", "１３８")) {
            assertThat(calls.call(1, trunk(9, ""), number, tone(true), rings::incrementAndGet))
                    .isEqualTo(new NotReached(Why.INVALID_NUMBER));
        }
    }

    private CallResult call(Trunk trunk, Announcement announcement) throws InterruptedException {
        return calls.call(1, trunk, NUMBER, announcement, rings::incrementAndGet);
    }

    private static Announcement tone(boolean asks) {
        byte[] recording = WavTest.wav(1, 16_000, 16, 1, WavTest.tone(16_000, 1_000, 16, 1));
        return new Announcement("not spoken", Locale.ENGLISH, "en", recording, asks);
    }

    private static int loudest(short[] samples) {
        int most = 0;
        for (short sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    private static CallPace pace(int t1Millis) {
        return new CallPace(
                SipTimers.of(Duration.ofMillis(t1Millis), Duration.ofMillis(8L * t1Millis), false),
                Duration.ofMillis(40),
                Duration.ofMillis(60),
                Duration.ofMillis(200));
    }

    private static Trunk trunk(int port, String password) {
        return trunk(port, password, Trunk.Transport.UDP, Duration.ofSeconds(1));
    }

    private static Trunk trunk(int port, String password, Trunk.Transport transport, Duration ring) {
        return new Trunk(
                new Trunk.Endpoint("127.0.0.1", port),
                transport,
                "telephone.test",
                "qiao",
                password,
                "02155550100",
                null,
                null,
                new Trunk.Ports(23_000, 23_998),
                1,
                ring);
    }
}
