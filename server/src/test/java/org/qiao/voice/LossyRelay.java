package org.qiao.voice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A network between caller and callee that loses the first datagram that begins with each of the given words. */
final class LossyRelay implements AutoCloseable {

    private static final int PACKET_MAX = 8_192;

    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final DatagramSocket front = new DatagramSocket(0, here);
    private final DatagramSocket back = new DatagramSocket(0, here);
    private final List<String> toLose;
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private volatile @Nullable SocketAddress caller;

    LossyRelay(int calleePort, String... toLose) throws IOException {
        this.toLose = new CopyOnWriteArrayList<>(toLose);
        SocketAddress callee = new InetSocketAddress(here, calleePort);
        Thread.ofVirtual().start(() -> carry(front, back, callee));
        Thread.ofVirtual().start(() -> carry(back, front, null));
    }

    private void carry(DatagramSocket from, DatagramSocket through, @Nullable SocketAddress callee) {
        DatagramPacket packet = new DatagramPacket(new byte[PACKET_MAX], PACKET_MAX);
        try {
            while (true) {
                packet.setLength(PACKET_MAX);
                from.receive(packet);
                if (callee != null) {
                    caller = packet.getSocketAddress();
                }
                if (!isLost(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))) {
                    packet.setSocketAddress(callee == null ? caller : callee);
                    through.send(packet);
                }
            }
        } catch (IOException closed) {
            close();
        }
    }

    private boolean isLost(String text) {
        for (String word : toLose) {
            if (text.startsWith(word) && toLose.remove(word)) {
                return lost.add(word);
            }
        }
        return false;
    }

    int port() {
        return front.getLocalPort();
    }

    List<String> lost() {
        return lost;
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
