package org.qiao.noticesms;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One company's connection to its provider, kept up from {@link #open} to {@link #close} whether or not something is to be sent:
 * receipts and replies come over it. A lost one is made again with growing pauses.
 */
final class SmppLink {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

    /** The provider's answers and its messages are worked on by so many threads, from a queue of so many. */
    private static final int WORKERS = 4;

    private static final int QUEUE = 500;

    /** How often the link looks after long replies that stay incomplete. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final long orgId;
    private final SmppSettings settings;
    private final OutboundNetworks networks;
    private final SmppTimes times;
    private final SmppInbox inbox;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean wanted = true;
    private @Nullable SMPPSession bound;
    private @Nullable Thread keeper;
    private int failures;
    private long nextAttempt = System.nanoTime();

    SmppLink(long orgId, SmppSettings settings, OutboundNetworks networks, SmppTimes times, SmppInbox inbox) {
        this.orgId = orgId;
        this.settings = settings;
        this.networks = networks;
        this.times = times;
        this.inbox = inbox;
    }

    /** No connection now; the next attempt is after the pause. */
    static final class Away extends IOException {

        private static final long serialVersionUID = 1;

        private final transient Duration pause;

        Away(Duration pause) {
            super("not connected");
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    void open() {
        Thread fresh = Thread.ofVirtual().name("smpp-" + orgId).unstarted(this::keep);
        lock.lock();
        try {
            keeper = fresh;
        } finally {
            lock.unlock();
        }
        fresh.start();
    }

    /** Says good-bye to the provider and does not come back; {@link #join} waits for the end of that. */
    void close() {
        lock.lock();
        try {
            wanted = false;
            bound = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void join() throws InterruptedException {
        Thread last = keeper;
        if (last != null) {
            last.join(times.answer());
        }
    }

    /** The connection; waits for one that is just being made, but not for one that has failed. */
    SMPPSession session(Duration patience) throws Away, InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (bound == null) {
                long pause = nextAttempt - System.nanoTime();
                if (!wanted || left <= 0 || (failures > 0 && pause > 0)) {
                    throw new Away(
                            Duration.ofNanos(Math.max(pause, times.firstPause().toNanos())));
                }
                left = changed.awaitNanos(left);
            }
            return bound;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        try {
            while (awaitTurn()) {
                Line line = newLine();
                try {
                    long patience = times.answer().toMillis();
                    line.session().connectAndBind(settings.host(), settings.port(), parameters(), patience);
                    keep(line);
                    line.session().unbindAndClose();
                } catch (IOException e) {
                    failed(false, e.getMessage());
                } finally {
                    line.session().close();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the link is no longer wanted. */
    private boolean awaitTurn() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long wait = nextAttempt - System.nanoTime();
            while (wanted && wait > 0) {
                wait = changed.awaitNanos(wait);
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void keep(Line line) throws InterruptedException {
        long since = System.nanoTime();
        use(line.session());
        while (isKept(line)) {
            tellOverdue();
        }
        boolean steady = System.nanoTime() - since > times.longestPause().toNanos();
        failed(steady, "lost");
    }

    private void use(SMPPSession session) {
        lock.lock();
        try {
            bound = wanted ? session : null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Answers after a round, or at once when the session is over. */
    private boolean isKept(Line line) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (wanted && line.isBound()) {
                changed.awaitNanos(ROUND.toNanos());
            }
            boolean kept = wanted && line.isBound();
            bound = kept ? line.session() : null;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** Whatever goes wrong with a reply, the connection stays. */
    private void tellOverdue() {
        try {
            inbox.tellOverdue();
        } catch (RuntimeException e) {
            LOG.warn("Part of a long SMS reply was lost", e);
        }
    }

    /** The next attempt has jitter, so that a provider who comes back is not met by everybody at the same moment. */
    private void failed(boolean afterLong, @Nullable String why) {
        lock.lock();
        try {
            if (!wanted) {
                return;
            }
            failures = afterLong ? 1 : failures + 1;
            long pause = times.pause(failures - 1).toNanos();
            long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
            nextAttempt = System.nanoTime() + jittered;
            long seconds = TimeUnit.NANOSECONDS.toSeconds(jittered);
            LOG.warn("No SMPP connection for company {} ({}), next attempt in {} s", orgId, why, seconds);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param over the end was seen: a provider who hangs up while he says yes leaves a session that calls itself bound for ever,
     *     for its reader ended first
     */
    private record Line(SMPPSession session, AtomicBoolean over) {

        boolean isBound() {
            return !over.get() && session.getSessionState().isBound();
        }
    }

    private Line newLine() {
        SSLSocketFactory encryption = settings.tls() ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null;
        SMPPSession session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
                new BoundedReader(),
                new SmppSockets(encryption, networks, times.connect()));
        session.setEnquireLinkTimer(Math.toIntExact(times.idle().toMillis()));
        session.setTransactionTimer(times.answer().toMillis());
        session.setPduProcessorDegree(WORKERS);
        session.setQueueCapacity(QUEUE);
        session.setMessageReceiverListener(inbox);
        AtomicBoolean over = new AtomicBoolean();
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                over.set(true);
            }
            if (!now.isBound()) {
                signal();
            }
        });
        return new Line(session, over);
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private BindParameter parameters() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
    }

    /** A length is believed only up to what a message can be. */
    private static final class BoundedReader extends DefaultPDUReader {

        private static final int MAX_BYTES = 70_000;

        @Override
        public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
            Command header = super.readPDUHeader(in);
            if (header.getCommandLength() > MAX_BYTES) {
                throw new IOException("A message of " + header.getCommandLength() + " bytes");
            }
            return header;
        }
    }
}
