package org.qiao.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A WebSocket with nothing around it: it blocks, and {@link #cut} ends it as suddenly as a pulled cable. Reads on one thread. */
final class Wire implements Closeable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int TEXT = 1;
    private static final int CONTINUED = 0;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** Opens it, or throws what stood in the way. */
    static Wire open(URI address, String token) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            Wire wire = new Wire(socket);
            wire.shakeHands(address, token);
            socket.setSoTimeout(0);
            return wire;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands(URI address, String token) throws IOException {
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("Refused: " + answer.substring(0, answer.indexOf("\r\n")));
        }
    }

    /** The next text, or null when the server has closed. */
    @Nullable
    String read() throws IOException {
        StringBuilder whole = new StringBuilder();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = new byte[length(in.readUnsignedByte())];
            in.readFully(payload);
            switch (first & 0x0F) {
                case TEXT, CONTINUED -> {
                    whole.append(new String(payload, StandardCharsets.UTF_8));
                    if ((first & FINAL) != 0) {
                        return whole.toString();
                    }
                }
                case PING -> write(PONG, payload);
                case CLOSE -> {
                    return null;
                }
                default -> {
                    // a pong
                }
            }
        }
    }

    private int length(int second) throws IOException {
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("A frame of " + length + " bytes");
        }
        return (int) length;
    }

    void write(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The mask is all zeros: the payload goes out as it is. */
    private synchronized void write(int opcode, byte[] payload) throws IOException {
        int length = payload.length;
        byte[] size = NOTHING;
        int shortSize = length;
        if (length > 0xFFFF) {
            throw new IOException("Too long for this client: " + length);
        }
        if (length > 125) {
            shortSize = 126;
            size = new byte[] {(byte) (length >> 8), (byte) length};
        }
        byte[] frame = new byte[2 + size.length + 4 + length];
        frame[0] = (byte) (FINAL | opcode);
        frame[1] = (byte) (MASKED | shortSize);
        System.arraycopy(size, 0, frame, 2, size.length);
        System.arraycopy(payload, 0, frame, 6 + size.length, length);
        out.write(frame);
    }

    /** Without a goodbye. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It was gone already.
        }
    }

    @Override
    public void close() {
        try {
            write(CLOSE, new byte[] {3, (byte) 0xE8});
            socket.close();
        } catch (IOException _) {
            cut();
        }
    }
}
