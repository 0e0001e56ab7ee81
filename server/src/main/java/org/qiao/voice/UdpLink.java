package org.qiao.voice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** One datagram is one message. A socket for each call: calls cannot disturb each other, and nothing has to be sorted. */
final class UdpLink implements SipLink {

    private final DatagramSocket socket;
    private final InetSocketAddress nextHop;
    private final Listener listener;

    private UdpLink(DatagramSocket socket, InetSocketAddress nextHop, Listener listener) {
        this.socket = socket;
        this.nextHop = nextHop;
        this.listener = listener;
    }

    static UdpLink open(InetAddress local, InetSocketAddress nextHop, Listener listener) throws IOException {
        UdpLink link = new UdpLink(new DatagramSocket(0, local), nextHop, listener);
        Thread.ofVirtual().name("voice-sip").start(link::listen);
        return link;
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[SipParser.MESSAGE_MAX + 1], SipParser.MESSAGE_MAX + 1);
        while (!socket.isClosed()) {
            try {
                packet.setLength(SipParser.MESSAGE_MAX + 1);
                socket.receive(packet);
                byte[] datagram = Arrays.copyOf(packet.getData(), packet.getLength());
                listener.heard(SipParser.parse(datagram), (InetSocketAddress) packet.getSocketAddress());
            } catch (SipSyntaxException garbage) {
                continue;
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void send(SipRequest request) throws IOException {
        write(request, nextHop);
    }

    @Override
    public void reply(SipResponse response, InetSocketAddress to) throws IOException {
        write(response, to);
    }

    private void write(SipMessage message, InetSocketAddress to) throws IOException {
        byte[] bytes = message.bytes();
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
        socket.close();
    }
}
