package org.qiao.voice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The ear and the keys of a telephone: keeps every packet, and presses a key once enough has been heard. */
final class RtpSink implements AutoCloseable {

    private static final int EVENT_TYPE = 101;

    private final DatagramSocket socket;
    private final List<RtpPacket> packets = new CopyOnWriteArrayList<>();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private volatile @Nullable SocketAddress caller;
    private volatile int pressAt = Integer.MAX_VALUE;
    private volatile int event;

    RtpSink(String address) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName(address));
        Thread.ofVirtual().start(this::listen);
    }

    /** After so many packets of audio. */
    RtpSink presses(int key, int after) {
        event = key;
        pressAt = after;
        return this;
    }

    private void listen() {
        DatagramPacket datagram = new DatagramPacket(new byte[2_048], 2_048);
        try {
            while (true) {
                datagram.setLength(2_048);
                socket.receive(datagram);
                caller = datagram.getSocketAddress();
                RtpPacket.parse(datagram.getData(), datagram.getLength()).ifPresent(packets::add);
                arrivals.add(System.nanoTime());
                if (packets.size() == pressAt) {
                    press(event, caller);
                }
            }
        } catch (IOException closed) {
            caller = null;
        }
    }

    /** Three packets while it is held, three at its end, as RFC 4733 wants it. */
    void press(int key, SocketAddress to) throws IOException {
        for (int i = 0; i < 6; i++) {
            byte[] payload = {(byte) key, (byte) (i < 3 ? 10 : 0x8a), 0, (byte) 160};
            byte[] bytes = new RtpPacket(EVENT_TYPE, i == 0, i, 4_711, 42, payload).bytes();
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        }
    }

    String port() {
        return Integer.toString(socket.getLocalPort());
    }

    List<RtpPacket> packets() {
        return packets;
    }

    long nanosFromFirstToLast() {
        return arrivals.getLast() - arrivals.getFirst();
    }

    @Override
    public void close() {
        socket.close();
    }
}
