package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;

/** What leaves the socket and what is believed that arrives. */
class MediaTest {

    private static final Trunk.Ports PORTS = new Trunk.Ports(21_000, 21_998);
    private static final CallPace PACE = new CallPace(
            CallPace.STANDARD.timers(), Duration.ofMillis(40), Duration.ofMillis(60), Duration.ofMillis(100));

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Media.Listener listener = new Media.Listener() {
        @Override
        public void pressed(char key) {
            told.add("key " + key);
        }

        @Override
        public void played() {
            told.add("played");
        }
    };

    @Test
    void theToneArrivesWholeInOrderAndInItsOwnTime() throws Exception {
        short[] tone = Wav.read(WavTest.wav(1, 16_000, 16, 1, WavTest.tone(16_000, 1_000, 16, 1)))
                .orElseThrow();
        try (RtpSink sink = new RtpSink("127.0.0.1");
                Media media = Media.open(InetAddress.getByName("127.0.0.1"), PORTS, listener)) {
            Playlist playlist = new Playlist(G711.PCMA, tone, false, PACE);
            media.start(agreed(sink), playlist);
            Await.until(() -> told.contains("played") && sink.packets().size() == playlist.frames());

            assertThat(playlist.frames()).as("2 + 50 + 3 + 50 + 2").isEqualTo(107);
            assertThat(sink.nanosFromFirstToLast()).as("no burst").isGreaterThan(50 * Playlist.FRAME.toNanos());
            inOrder(sink.packets());
            assertThat(WavTest.loudness(heard(sink.packets().subList(2, 52)), 1_000))
                    .isBetween(9_000.0, 11_000.0);
            assertThat(WavTest.loudness(heard(sink.packets().subList(55, 105)), 1_000))
                    .isBetween(9_000.0, 11_000.0);
            assertThat(WavTest.loudness(heard(sink.packets().subList(52, 55)), 1_000))
                    .isLessThan(50);
        }
    }

    private static void inOrder(List<RtpPacket> packets) {
        RtpPacket first = packets.getFirst();
        for (int i = 0; i < packets.size(); i++) {
            RtpPacket packet = packets.get(i);
            assertThat(packet.sequence()).isEqualTo((first.sequence() + i) & 0xffff);
            assertThat(packet.timestamp()).isEqualTo(first.timestamp() + 160 * i);
            assertThat(packet.source()).isEqualTo(first.source());
            assertThat(packet.marker()).isEqualTo(i == 0);
            assertThat(packet.payloadType()).isEqualTo(8);
            assertThat(packet.payload()).hasSize(160);
        }
    }

    @Test
    void keysCountOnlyFromTheAgreedAddressAndAfterTheAnswer() throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        try (RtpSink callee = new RtpSink("127.0.0.1");
                RtpSink stranger = new RtpSink("127.0.0.2");
                Media media = Media.open(here, PORTS, listener)) {
            InetSocketAddress target = new InetSocketAddress(here, media.port());
            media.start(agreed(callee), new Playlist(G711.PCMA, new short[80_000], true, PACE));
            stranger.press(1, target);
            callee.press(5, target);
            Await.until(() -> told.contains("key 5"));

            assertThat(told).doesNotContain("key 1");
        }
    }

    @Test
    void aFullRangeOfPortsIsSaid() throws Exception {
        List<Media> open = new ArrayList<>();
        InetAddress here = InetAddress.getByName("127.0.0.1");
        Trunk.Ports few = new Trunk.Ports(22_501, 22_505);
        try {
            open.add(Media.open(here, few, listener));
            open.add(Media.open(here, few, listener));

            assertThat(open).extracting(Media::port).containsExactlyInAnyOrder(22_502, 22_504);
            org.assertj.core.api.Assertions.assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Media.open(here, few, listener));
        } finally {
            open.forEach(Media::close);
        }
    }

    private static Sdp.Agreed agreed(RtpSink sink) {
        return new Sdp.Agreed(new InetSocketAddress("127.0.0.1", Integer.parseInt(sink.port())), G711.PCMA, 101);
    }

    static short[] heard(List<RtpPacket> packets) {
        short[] all = new short[packets.size() * 160];
        for (int i = 0; i < packets.size(); i++) {
            short[] samples = G711.PCMA.decode(packets.get(i).payload());
            System.arraycopy(samples, 0, all, i * 160, 160);
        }
        return all;
    }
}
