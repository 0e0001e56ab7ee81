package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one socket's event loop. Netty writes at once what comes from its own loop and queues what comes from
 * elsewhere, which would let answers overtake events; here everything goes through one queue, in order, and is flushed together.
 */
final class Outbox implements Runnable {

    private static final long CLOSE_WAIT_SECONDS = 2;
    private static final int CLOSE_FRAME = 0x88;

    private final Channel socket;
    private final Runnable emptied;
    private final ArrayDeque<ByteBuf> frames = new ArrayDeque<>(2);
    private int bytes;
    private boolean running;
    private boolean closed;

    /** @param emptied called on the event loop whenever everything is with the network and it takes more */
    Outbox(Channel socket, Runnable emptied) {
        this.socket = socket;
        this.emptied = emptied;
    }

    boolean isOn(Channel other) {
        return socket == other;
    }

    /** A closed socket is not slow: it takes everything, to nowhere, until its end is noticed. */
    synchronized boolean isWritable() {
        return !socket.isActive()
                || (socket.isWritable() && bytes < socket.config().getWriteBufferHighWaterMark());
    }

    /** Takes over the reference. */
    synchronized void add(ByteBuf frame) {
        if (closed || !socket.isActive()) {
            frame.release();
            return;
        }
        frames.add(frame);
        bytes += frame.readableBytes();
        if (!running) {
            running = true;
            Cork.schedule(socket.eventLoop(), this);
        }
    }

    /**
     * The last frame. The socket is closed when the client answers, at the latest in two seconds: closing at once could lose the
     * reason on its way.
     */
    synchronized void close(CloseCode why) {
        byte[] reason = why.reason();
        ByteBuf frame = socket.alloc().buffer(reason.length + 4);
        frame.writeByte(CLOSE_FRAME).writeByte(reason.length + 2).writeShort(why.code());
        add(frame.writeBytes(reason));
        closed = true;
        if (socket.isActive()) {
            socket.eventLoop().schedule(() -> socket.close(), CLOSE_WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** No goodbye: the client has left this socket already. */
    void abandon() {
        socket.close();
    }

    @Override
    public void run() {
        for (ByteBuf next = next(); next != null; next = next()) {
            socket.write(next, socket.voidPromise());
        }
        socket.flush();
        if (socket.isWritable()) {
            emptied.run();
        }
    }

    private synchronized @Nullable ByteBuf next() {
        ByteBuf next = frames.poll();
        if (next == null) {
            running = false;
        } else {
            bytes -= next.readableBytes();
        }
        return next;
    }
}
