package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qiao.account.SignedIn;
import org.qiao.platform.Actor;

/**
 * One client, across short cuts: it outlives its socket by a minute and keeps the last numbered events. Events are numbered in
 * the order in which they are written, under this object's lock, whichever thread brings them.
 *
 * <p>A socket that cannot take more is slow: from then on conversations only leave a mark in the backlog, until it has drained.
 */
final class SocketSession {

    private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final long idHigh;
    private final long idLow;
    private final long accountSessionId;
    private final boolean guest;
    private final Frames frames;
    private final ReplayRing ring;
    private volatile Actor actor;
    private volatile long heardNanos;

    private @Nullable Outbox outbox;
    private @Nullable Backlog backlog;
    private boolean welcomed;
    private boolean ended;
    private long slowNanos;
    private long cutNanos = System.nanoTime();
    private long typingIn;
    private long typedNanos;

    SocketSession(SessionKey key, SignedIn signedIn, Actor actor, ReplayRing ring, Frames frames) {
        this.idHigh = key.high();
        this.idLow = key.low();
        this.accountSessionId = signedIn.sessionId();
        this.guest = signedIn.guest();
        this.actor = actor;
        this.ring = ring;
        this.frames = frames;
    }

    Actor actor() {
        return actor;
    }

    void refresh(Actor now) {
        actor = now;
    }

    long principalId() {
        return actor.principalId();
    }

    /** A customer: he hears of conversations only. */
    boolean isGuest() {
        return guest;
    }

    long accountSessionId() {
        return accountSessionId;
    }

    String id() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(idHigh) + hex.toHexDigits(idLow);
    }

    boolean is(SessionKey key) {
        return idHigh == key.high() && idLow == key.low();
    }

    void heard(long now) {
        heardNanos = now;
    }

    synchronized boolean isSilentLongerThan(long nanos, long now) {
        return outbox != null && now - heardNanos > nanos;
    }

    /** Puts a fresh session on its socket; the welcome goes out first, then what is owed since others could find the session. */
    synchronized void open(Channel socket, ByteBuf welcome, long now) {
        begin(socket, welcome, now);
        welcomed = true;
        catchUp();
    }

    private void begin(Channel socket, ByteBuf welcome, long now) {
        outbox = new Outbox(socket, this::catchUp);
        heardNanos = now;
        write(welcome);
    }

    /** Continues behind number {@code received}; false when that is no longer possible, and then nothing was sent. */
    synchronized boolean resume(Channel socket, long received, ByteBuf welcome, long now) {
        if (ended || !ring.reaches(received)) {
            welcome.release();
            return false;
        }
        if (outbox != null) {
            outbox.abandon(); // the client knows better than we do that it is dead
        }
        slowNanos = 0;
        begin(socket, welcome, now);
        ring.replay(received, event -> write(event.frame().retainedDuplicate()));
        catchUp();
        return true;
    }

    /** A numbered event: written, kept for resuming, or owed. */
    synchronized Delivery deliver(Event event) {
        if (ended) {
            return Delivery.GONE;
        }
        if (backlog == null && welcomed && (outbox == null || outbox.isWritable())) {
            number(event);
            return Delivery.SENT;
        }
        if (backlog == null) {
            backlog = new Backlog();
        }
        return backlog.hold(event) ? Delivery.OWED : Delivery.HOPELESS;
    }

    /** At most every two seconds in one conversation; more is forgotten, not refused. */
    synchronized boolean mayType(long conversation, long now) {
        if (conversation == typingIn && now - typedNanos < TYPING_NANOS) {
            return false;
        }
        typingIn = conversation;
        typedNanos = now;
        return true;
    }

    /** An answer or a passing hint: not numbered, not repeated. Takes over the reference. */
    void send(ServerFrame frame) {
        if (isConnected()) {
            answer(frames.encode(
                    frame)); // outside the lock: whoever delivers would wait for a long answer to be written
        }
    }

    private synchronized void answer(ByteBuf frame) {
        if (ended) {
            frame.release();
        } else {
            write(frame);
        }
    }

    /** A hint that may be dropped when the socket is busy. */
    synchronized void hint(ByteBuf frame) {
        if (!ended && outbox != null && outbox.isWritable()) {
            write(frame.retainedDuplicate());
        }
    }

    synchronized void writable(boolean writable, long now) {
        if (writable) {
            slowNanos = 0;
            catchUp();
        } else if (slowNanos == 0) {
            slowNanos = now;
        }
    }

    synchronized boolean isSlowLongerThan(long nanos, long now) {
        return outbox != null && slowNanos != 0 && now - slowNanos > nanos;
    }

    /** True when its client has not come back for so long: it is over then, in one step, so that nobody continues what ends. */
    synchronized boolean endIfCutLongerThan(long nanos, long now) {
        boolean over = outbox == null && now - cutNanos > nanos;
        if (over) {
            end();
        }
        return over;
    }

    /** It did not take everything and is owed the rest. */
    synchronized boolean isBehind() {
        return backlog != null;
    }

    synchronized boolean isConnected() {
        return outbox != null;
    }

    synchronized boolean isOn(Channel socket) {
        return outbox != null && outbox.isOn(socket);
    }

    /** The socket is gone; false when another one has already taken its place. */
    synchronized boolean cut(Channel socket, long now) {
        if (!isOn(socket)) {
            return false;
        }
        outbox = null;
        slowNanos = 0;
        cutNanos = now;
        return true;
    }

    /** Says why and lets go of the socket; the session itself waits for its client only if the reason allows it. */
    synchronized void close(CloseCode why, long now) {
        if (!why.resumable()) {
            end();
        }
        if (outbox != null) {
            outbox.close(why);
            outbox = null;
            cutNanos = now;
            slowNanos = 0;
        }
    }

    /** Nothing is delivered any more; what was kept is given back. */
    synchronized void end() {
        ended = true;
        ring.clear();
        if (backlog != null) {
            backlog.release();
            backlog = null;
        }
    }

    /** What is owed, as soon as the socket takes it. */
    private synchronized void catchUp() {
        Backlog owed = backlog;
        if (owed == null || outbox == null || !outbox.isWritable()) {
            return;
        }
        backlog = null;
        owed.personal().forEach(this::number);
        owed.heads().forEach((conversation, head) -> {
            ByteBuf frame = frames.encode(new ServerFrame.Behind(conversation, head));
            number(new Event(conversation, head, null, 1, frame));
            frame.release();
        });
        owed.release();
    }

    private void number(Event event) {
        ring.add(event);
        if (outbox != null) {
            write(event.frame().retainedDuplicate());
        }
    }

    private void write(ByteBuf frame) {
        if (outbox == null) {
            frame.release();
        } else {
            outbox.add(frame);
        }
    }

    /** What became of an event in one session. */
    enum Delivery {
        SENT,
        OWED,
        GONE,
        /** It owes so much that starting again is cheaper. */
        HOPELESS
    }
}
