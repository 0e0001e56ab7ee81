package org.qiao.voice;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The audio of one call: a packet every 20 ms out, keys in. Silent and deaf until {@link #start}. */
final class Media implements Closeable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PACKET_MAX = 2_048;
    private static final long FRAME_NANOS = Playlist.FRAME.toNanos();
    private static final long LATE_NANOS = Duration.ofMillis(200).toNanos();

    /** What the call wants to know; told on threads of the media. */
    interface Listener {

        void pressed(char key);

        /** The last packet has left. */
        void played();
    }

    private final DatagramSocket socket;
    private final Listener listener;
    private volatile Sdp.@Nullable Agreed agreed;

    private Media(DatagramSocket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    static Media open(InetAddress local, Trunk.Ports range, Listener listener) throws IOException {
        Media media = new Media(RtpPorts.open(local, range), listener);
        Thread.ofVirtual().name("voice-keys").start(media::listen);
        return media;
    }

    int port() {
        return socket.getLocalPort();
    }

    void start(Sdp.Agreed with, Playlist playlist) {
        agreed = with;
        Thread.ofVirtual().name("voice-audio").start(() -> play(with, playlist));
    }

    private void play(Sdp.Agreed with, Playlist playlist) {
        int sequence = RANDOM.nextInt(1 << 15); // leaves room before the first wrap, RFC 3550 5.1
        int timestamp = RANDOM.nextInt();
        int source = RANDOM.nextInt();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < playlist.frames() && !socket.isClosed(); i++) {
                begin = keepPace(begin, i);
                RtpPacket packet = new RtpPacket(
                        with.codec().payloadType(),
                        i == 0,
                        sequence + i,
                        timestamp + i * Playlist.FRAME_SAMPLES,
                        source,
                        playlist.frame(i));
                byte[] bytes = packet.bytes();
                socket.send(new DatagramPacket(bytes, bytes.length, with.remote()));
            }
        } catch (IOException e) {
            // The call is over, or nobody can be heard there; both end in the same way.
        }
        listener.played();
    }

    /** Waits for the packet's moment. After a long pause of the machine the rest moves, or a burst would be thrown away there. */
    private static long keepPace(long begin, int number) {
        long due = begin + number * FRAME_NANOS;
        long wait = due - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = due - System.nanoTime();
        }
        return wait < -LATE_NANOS ? begin - wait : begin;
    }

    private void listen() {
        DatagramPacket datagram = new DatagramPacket(new byte[PACKET_MAX], PACKET_MAX);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(PACKET_MAX);
                socket.receive(datagram);
            } catch (IOException closed) {
                return;
            }
            Sdp.Agreed with = agreed;
            if (with != null && datagram.getAddress().equals(with.remote().getAddress())) {
                RtpPacket.parse(datagram.getData(), datagram.getLength())
                        .filter(packet -> packet.payloadType() == with.eventType())
                        .flatMap(packet -> Keys.ofEvent(packet.payload()))
                        .ifPresent(listener::pressed);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
