package org.qiao.voice;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/** A connection for each call, opened by us and used in both directions. Content-Length says where a message ends. */
final class TcpLink implements SipLink {

    private static final int CONNECT_MS = (int) Duration.ofSeconds(10).toMillis();

    private final Socket socket;
    private final Listener listener;

    private TcpLink(Socket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    static TcpLink open(InetAddress local, InetSocketAddress nextHop, Listener listener) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(local, 0));
            socket.connect(nextHop, CONNECT_MS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        TcpLink link = new TcpLink(socket, listener);
        Thread.ofVirtual().name("voice-sip").start(link::listen);
        return link;
    }

    /** A stream that has lost its frame cannot find it again, so garbage ends the connection and the timers end the call. */
    private void listen() {
        InetSocketAddress from = (InetSocketAddress) socket.getRemoteSocketAddress();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            while (true) {
                listener.heard(SipParser.parse(next(in)), from);
            }
        } catch (IOException | SipSyntaxException over) {
            close();
        }
    }

    private static byte[] next(DataInputStream in) throws IOException {
        byte[] message = new byte[SipParser.MESSAGE_MAX];
        int length = 0;
        int end = -1;
        while (end < 0) {
            if (length == message.length) {
                throw new SipSyntaxException("Headers without end");
            }
            byte one = in.readByte();
            boolean keepAlive = length == 0 && (one == '\r' || one == '\n'); // between messages, RFC 5626
            if (!keepAlive) {
                message[length++] = one;
                end = one == '\n' ? SipParser.endOfHead(message, length) : -1;
            }
        }
        int whole = SipParser.lengthInStream(message, end);
        in.readFully(message, end, whole - end);
        return Arrays.copyOf(message, whole);
    }

    @Override
    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void send(SipRequest request) throws IOException {
        write(request);
    }

    @Override
    public void reply(SipResponse response, InetSocketAddress to) throws IOException {
        write(response);
    }

    private synchronized void write(SipMessage message) throws IOException {
        socket.getOutputStream().write(message.bytes());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is what it was to be.
        }
    }
}
