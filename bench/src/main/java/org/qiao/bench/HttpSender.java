package org.qiao.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends over HTTP on one connection that stays open, one message after another. Somebody without a socket is stored for and not
 * delivered to, which is what the hot conversation measures.
 */
@ChannelHandler.Sharable // by its own connections, one after another
final class HttpSender extends ChannelInboundHandlerAdapter {

    private static final byte[] LENGTH = "content-length: ".getBytes(US_ASCII);
    private static final byte[] SEQ = "\"seq\":".getBytes(US_ASCII);
    /** Tomcat ends a connection after some number of requests. */
    private static final byte[] CLOSE = "\r\nconnection: close\r\n".getBytes(US_ASCII);

    private static final byte[] CHUNKED_END = "0\r\n\r\n".getBytes(US_ASCII);

    private final byte[] head;
    private final String keyPrefix;
    private final List<String> texts;
    private final Answers answers;
    private byte[] got = new byte[4096];
    private int size;
    private boolean waiting;
    private @Nullable Throwable fault;

    /** Who hears of the answers and gives the numbers of messages. */
    interface Answers {

        /** The next message of this sender, or the last one again when it was put off; NONE to stop. */
        long next();

        /** @return how many milliseconds the sender rests before it asks for the next one */
        long answered(int status, long seq);

        /** @param cause null when the server closed a connection that waited for nothing, as it may */
        void closed(HttpSender sender, @Nullable Throwable cause);
    }

    HttpSender(String host, Person person, long conversation, String keyPrefix, List<String> texts, Answers answers) {
        this.head = ("POST /api/conversations/" + conversation + "/messages HTTP/1.1\r\nHost: " + host
                        + "\r\nAuthorization: Bearer " + person.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(US_ASCII);
        this.keyPrefix = keyPrefix;
        this.texts = List.copyOf(texts);
        this.answers = answers;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        send(context);
    }

    private void send(ChannelHandlerContext context) {
        long message = answers.next();
        if (message == JsonBytes.NONE) {
            return;
        }
        waiting = true;
        byte[] body = ("{\"key\":\"" + keyPrefix + message + "\",\"kind\":\"TEXT\",\"body\":{\"text\":\""
                        + texts.get((int) (message % texts.size())) + "\"}}")
                .getBytes(UTF_8);
        context.writeAndFlush(Unpooled.wrappedBuffer(head, (body.length + "\r\n\r\n").getBytes(US_ASCII), body));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int length = bytes.readableBytes();
        if (size + length > got.length) {
            got = java.util.Arrays.copyOf(got, (size + length) * 2);
        }
        bytes.readBytes(got, size, length);
        bytes.release();
        size += length;
        int body = find("\r\n\r\n".getBytes(US_ASCII), 0, false);
        if (body >= 0 && isWhole(body + 4)) {
            int status = (got[9] - '0') * 100 + (got[10] - '0') * 10 + got[11] - '0';
            int seq = find(SEQ, body, false);
            long rest = answers.answered(status, seq < 0 ? JsonBytes.NONE : number(seq + SEQ.length));
            boolean last = find(CLOSE, 0, true) >= 0;
            size = 0;
            waiting = false;
            if (!last && rest == 0) {
                send(context);
            } else if (!last) {
                context.executor().schedule(() -> send(context), rest, TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean isWhole(int body) {
        int length = find(LENGTH, 0, true);
        return length >= 0 && length < body
                ? size - body >= number(length + LENGTH.length)
                : find(CHUNKED_END, Math.max(body, size - CHUNKED_END.length), false) >= 0;
    }

    private long number(int at) {
        long value = 0;
        for (int i = at; i < size && got[i] >= '0' && got[i] <= '9'; i++) {
            value = value * 10 + (got[i] - '0');
        }
        return value;
    }

    private int find(byte[] what, int from, boolean anyCase) {
        for (int i = from; i + what.length <= size; i++) {
            int same = 0;
            while (same < what.length && (anyCase ? lower(got[i + same]) : got[i + same]) == what[same]) {
                same++;
            }
            if (same == what.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Throwable cause = waiting && fault == null ? new IllegalStateException("closed without an answer") : fault;
        size = 0;
        waiting = false;
        fault = null;
        answers.closed(this, cause);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fault = cause;
        context.close();
    }
}
