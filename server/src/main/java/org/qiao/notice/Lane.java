package org.qiao.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.qiao.notice.Carriers.Line;
import org.qiao.notice.ClaimStore.Claimed;
import org.qiao.platform.FaultPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The way out of one channel. One thread claims, company by company, and hands each order to a virtual thread that talks to the
 * network. Wakes when told and at least every second; what is due is decided by the injected clock.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POLL_LEAST = Duration.ofMillis(20);

    /** The most one company takes in its turn while others wait for theirs. */
    private static final int SHARE = 8;

    /** Outcomes written at the same time by one lane: the connections of the pool are needed elsewhere, too. */
    private static final int WRITERS = 3;

    private static final int WRITE_ATTEMPTS = 60;

    private final Channel channel;
    private final Parts parts;
    private final Semaphore signal = new Semaphore(0);
    private final Semaphore writers = new Semaphore(WRITERS);
    private final ExecutorService workers;

    /** Who is at work on which order, and for which company. */
    private final Map<Long, Long> underWay = new ConcurrentHashMap<>();

    private final Map<Long, Integer> ofCompany = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;
    private long lastCompany;
    private long caredAt = System.nanoTime() - POLL.toNanos();

    Lane(Channel channel, Parts parts) {
        this.channel = channel;
        this.parts = parts;
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("notice-" + channel + "-", 0).factory());
        this.thread = Thread.ofVirtual().name("notice-lane-" + channel).unstarted(this::run);
    }

    /** What all lanes share. */
    record Parts(
            Claims claims,
            Carriers carriers,
            Returns returns,
            Rates rates,
            NoticeSettings settings,
            NoticeMetrics metrics) {}

    void start() {
        thread.start();
    }

    void wake() {
        signal.release();
    }

    /** Claims nothing more; what is under way has so long to end and is then left to the next start. */
    void stop(Duration patience) {
        running = false;
        wake();
        workers.shutdown();
        try {
            thread.join(patience);
            if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            Duration pause = POLL;
            try {
                pause = round();
            } catch (RuntimeException e) {
                warn(e);
            }
            await(pause);
        }
    }

    /** The texts of exceptions may hold what people wrote: the class says enough. */
    private void warn(RuntimeException e) {
        if (running) {
            LOG.warn(
                    "Sending by {} is interrupted and goes on in a moment: {}",
                    channel,
                    e.getClass().getName());
        }
    }

    private void await(Duration pause) {
        try {
            if (signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits(); // told often is told once
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    /** What is too late, and what a crash left behind. */
    private void care() {
        if (System.nanoTime() - caredAt < POLL.toNanos()) {
            return;
        }
        caredAt = System.nanoTime();
        int expired = Claims.BATCH;
        while (expired == Claims.BATCH && running) {
            expired = parts.claims().expire(channel);
        }
        Duration lease =
                parts.carriers().patience(channel).plus(parts.settings().margin());
        int found = parts.claims().recover(channel, lease, underWay.keySet());
        if (found > 0) {
            LOG.info("Took up {} orders by {} whose outcome was unknown", found, channel);
        }
    }

    /** Every company its turn, until nothing more can be taken. @return how long to wait unless told */
    private Duration round() {
        Duration pause = POLL;
        boolean more = true;
        while (more && running) {
            more = false;
            care();
            List<Long> companies = parts.claims().companies(channel);
            for (long orgId : fairly(companies)) {
                Turn turn = guardedTurn(orgId);
                more |= turn.more();
                pause = turn.pause().compareTo(pause) < 0 ? turn.pause() : pause;
                lastCompany = orgId;
            }
        }
        return pause.compareTo(POLL_LEAST) < 0 ? POLL_LEAST : pause;
    }

    /** Begins behind the company that had the last turn, so that the last in the list is not always last. */
    private List<Long> fairly(List<Long> companies) {
        int start = 0;
        while (start < companies.size() && companies.get(start) <= lastCompany) {
            start++;
        }
        return start == 0 || start == companies.size()
                ? companies
                : Stream.concat(
                                companies.subList(start, companies.size()).stream(),
                                companies.subList(0, start).stream())
                        .toList();
    }

    /**
     * How a company's turn went.
     *
     * @param more it has probably more that could go now
     * @param pause until it may have another turn
     */
    private record Turn(boolean more, Duration pause) {

        static final Turn OVER = new Turn(false, POLL);
        static final Turn MORE = new Turn(true, POLL);
    }

    /** What goes wrong with one company holds up no other. */
    private Turn guardedTurn(long orgId) {
        try {
            return turn(orgId);
        } catch (RuntimeException e) {
            warn(e);
            return Turn.OVER;
        }
    }

    private Turn turn(long orgId) {
        Optional<Line> line = parts.carriers().find(orgId, channel);
        if (line.isEmpty()) {
            return parts.claims().refuse(orgId, channel) == Claims.BATCH ? Turn.MORE : Turn.OVER;
        }
        int free = free(orgId);
        if (free <= 0) {
            return Turn.OVER; // whoever ends wakes the lane
        }
        int perMinute = line.get().perMinute();
        int tokens = parts.rates().take(orgId, channel, perMinute, free);
        if (tokens == 0) {
            return new Turn(false, parts.rates().wait(orgId, channel, perMinute));
        }
        int claimed = 0;
        try {
            Claims.Taken taken =
                    parts.claims().take(orgId, channel, line.get().carrier().kind(), tokens);
            claimed = taken.claimed();
            if (claimed > 0) {
                FaultPoints.reached("notice.claimed");
            }
            taken.jobs().forEach(job -> start(line.get(), job));
        } finally {
            parts.rates().giveBack(orgId, channel, perMinute, tokens - claimed);
        }
        return claimed == tokens ? Turn.MORE : Turn.OVER;
    }

    private int free(long orgId) {
        int company = parts.settings().atOnce(channel) - ofCompany.getOrDefault(orgId, 0);
        int all = parts.settings().atOnceForAll(channel) - underWay.size();
        return Math.min(SHARE, Math.min(company, all));
    }

    private void start(Line line, Claims.Job job) {
        Claimed order = job.order();
        underWay.put(order.id(), order.orgId());
        ofCompany.merge(order.orgId(), 1, Integer::sum);
        parts.metrics().began(channel);
        workers.execute(() -> {
            try {
                carry(line, job);
            } finally {
                ofCompany.computeIfPresent(order.orgId(), (org, n) -> n <= 1 ? null : n - 1);
                underWay.remove(order.id());
                parts.metrics().ended(channel);
                wake();
            }
        });
    }

    private void carry(Line line, Claims.Job job) {
        Carrier.Outcome outcome = outcome(line, job);
        FaultPoints.reached("notice.carried");
        boolean interrupted = Thread.interrupted();
        if (interrupted && outcome instanceof Carrier.Outcome.Later) {
            return; // the server ends: nobody knows what became of it, and the next start finds it
        }
        write(line, job.order(), outcome);
        String reference = outcome instanceof Carrier.Outcome.Sent sent ? sent.reference() : null;
        if (reference != null
                && parts.returns().isEarly(job.order().orgId(), line.carrier().kind(), reference)) {
            parts.returns().catchUp(job.order().orgId(), line.carrier().kind(), reference);
        }
    }

    private static Carrier.Outcome outcome(Line line, Claims.Job job) {
        try {
            return line.carrier().carry(line.settings(), job.order().parcel(job.to()));
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error(
                        "{} failed in a way it should not: {}",
                        line.carrier().kind(),
                        e.getClass().getName());
            }
            return new Carrier.Outcome.Later(FailReason.GAVE_UP, null);
        }
    }

    /** The network has it: a database that is away for a moment must not make us say it twice. */
    private void write(Line line, Claimed order, Carrier.Outcome outcome) {
        for (int attempt = 1; attempt <= WRITE_ATTEMPTS; attempt++) {
            writers.acquireUninterruptibly();
            try {
                parts.claims().record(line, order, outcome);
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "An outcome by {} could not be written yet: {}",
                        channel,
                        e.getClass().getSimpleName());
            } finally {
                writers.release();
            }
            if (!running) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }
}
