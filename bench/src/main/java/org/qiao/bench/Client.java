package org.qiao.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.collection.LongObjectHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One socket of one person: the upgrade and the framing by hand, straight on the bytes. Everything happens on the event loop.
 */
@ChannelHandler.Sharable // by its own sockets, one after another
final class Client extends ChannelInboundHandlerAdapter {

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int HEADER_END = 4;

    final Person person;
    final int number;
    private final Network network;
    private byte[] rest = new byte[0];
    private int restLength;
    /** Bytes of the frame that has begun, as far as they are known. */
    private int wanted;

    private boolean upgraded;
    private boolean welcomed;
    boolean dirty;
    /** Its socket takes little at a time; set before it is opened. */
    boolean slow;
    /** While it reads next to nothing. */
    boolean sipping;

    private String ending = "";

    @Nullable
    Channel channel;

    private @Nullable Seat only;
    private @Nullable LongObjectHashMap<Seat> seats;

    Client(Network network, Person person, int number) {
        this.network = network;
        this.person = person;
        this.number = number;
    }

    /** For the next socket of the same person. */
    void fresh() {
        restLength = 0;
        wanted = 0;
        rest = new byte[0];
        upgraded = false;
        welcomed = false;
        dirty = false;
        ending = "";
        channel = null;
    }

    boolean isOpen() {
        return welcomed;
    }

    /** For tests that have no socket. */
    void pretendOpen() {
        welcomed = true;
    }

    void take(Seat seat) {
        if (seats != null) {
            seats.put(seat.conversation.id, seat);
        } else if (only == null) {
            only = seat;
        } else {
            seats = new LongObjectHashMap<>();
            seats.put(only.conversation.id, only);
            seats.put(seat.conversation.id, seat);
        }
    }

    @Nullable
    Seat seat(long conversation) {
        if (only != null && only.conversation.id == conversation) {
            return only;
        }
        return seats == null ? null : seats.get(conversation);
    }

    /** Goes out with the next {@link Network#flush}. */
    void send(byte[] bytes, int from, int length) {
        Channel open = channel;
        if (open == null) {
            return;
        }
        open.write(open.alloc().directBuffer(length).writeBytes(bytes, from, length), open.voidPromise());
        if (!dirty) {
            dirty = true;
            network.dirty(this);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        byte[] request = network.upgrade(person);
        send(request, 0, request.length);
        network.flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            int length = bytes.readableBytes();
            if (restLength + length < wanted) { // a long frame is on its way: nothing to look at before its end
                bytes.readBytes(rest, restLength, length);
                restLength += length;
                return;
            }
            byte[] all = network.scratch(restLength + length);
            System.arraycopy(rest, 0, all, 0, restLength);
            bytes.readBytes(all, restLength, length);
            int end = restLength + length;
            keep(all, frames(all, end, System.nanoTime()), end);
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        network.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        boolean was = welcomed;
        String reason = ending.isEmpty() ? "connection lost" : ending;
        fresh();
        network.gone(this, was, reason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ending = String.valueOf(cause);
        network.failed(cause);
        context.close();
    }

    private void keep(byte[] all, int from, int end) {
        restLength = end - from;
        if (Math.max(restLength, wanted) > rest.length) {
            rest = new byte[Math.max(Math.max(restLength, wanted), 256)];
        } else if (restLength == 0 && rest.length > 0) {
            rest = new byte[0]; // thousands of idle sockets hold nothing
        }
        System.arraycopy(all, from, rest, 0, restLength);
    }

    /** Handles what is complete; returns where the incomplete rest begins. */
    private int frames(byte[] all, int end, long now) {
        int at = upgraded ? 0 : head(all, end);
        wanted = 0;
        while (upgraded && end - at >= 2) {
            int opcode = all[at] & 0x0F;
            long length = all[at + 1] & 0x7F;
            int header = 2;
            if (length == 126) {
                header = 4;
            } else if (length == 127) {
                header = 10;
            }
            if (end - at < header) {
                break;
            }
            if (header > 2) {
                length = big(all, at + 2, header - 2);
            }
            if (end - at - header < length) {
                wanted = Math.toIntExact(header + length);
                break;
            }
            int from = at + header;
            at = from + (int) length;
            frame(opcode, all, from, at, now);
        }
        return at;
    }

    private static long big(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private void frame(int opcode, byte[] all, int from, int to, long now) {
        if (opcode == TEXT) {
            Frame frame = network.frame();
            frame.read(all, from, to);
            if (frame.type == Frame.Type.WELCOME && !welcomed) {
                welcomed = true;
                network.welcomed(this);
            }
            network.ears().heard(this, frame, now);
        } else if (opcode == CLOSE) {
            ending = to - from >= 2 ? "closed with " + big(all, from, 2) : "closed";
            if (channel != null) {
                channel.close();
            }
        } else if (opcode == PING) {
            byte[] pong = network.text().control(0xA, Arrays.copyOfRange(all, from, to));
            send(pong, 0, pong.length);
        }
    }

    /** The answer to the upgrade: 101, or a refusal that may say when to come back. */
    private int head(byte[] all, int end) {
        int close = -1;
        for (int i = HEADER_END - 1; i < end && close < 0; i++) {
            if (all[i] == '\n' && all[i - 1] == '\r' && all[i - 2] == '\n' && all[i - 3] == '\r') {
                close = i + 1;
            }
        }
        if (close < 0) {
            return 0;
        }
        String answer = new String(all, 0, close, US_ASCII);
        if (answer.startsWith("HTTP/1.1 101")) {
            upgraded = true;
            return close;
        }
        ending = answer.lines().findFirst().orElse("no answer");
        network.refused(this, answer, new String(all, close, end - close, UTF_8));
        if (channel != null) {
            channel.close();
        }
        return end;
    }
}
