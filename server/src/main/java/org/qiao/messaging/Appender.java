package org.qiao.messaging;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.qiao.messaging.AppendStore.Outcome;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Group commit: drafts are collected from all lanes and appended in one transaction. Acknowledges after the commit, then fans out.
 * When the outcome of a commit is unknown the same batch is sent again: its keys make that harmless.
 */
@Component
class Appender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long PAUSE_MILLIS = 100;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AppendStore store;
    private final DraftContext context;
    private final Fanout fanout;
    private final MessagingSettings settings;
    private final Lanes lanes;
    private final Clock clock;
    private final MessagingMetrics metrics;
    private final List<Lane> queues = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean ended;

    Appender(
            AppendStore store,
            DraftContext context,
            Fanout fanout,
            MessagingSettings settings,
            Lanes lanes,
            Clock clock,
            MessagingMetrics metrics) {
        this.store = store;
        this.context = context;
        this.fanout = fanout;
        this.settings = settings;
        this.lanes = lanes;
        this.clock = clock;
        this.metrics = metrics;
        metrics.watchLanes(() -> queues.stream().mapToInt(Lane::waiting).sum());
        for (int i = 0; i < lanes.size(); i++) {
            queues.add(new Lane(settings.queue(), lanes.turn(i)));
        }
        for (int i = 0; i < settings.writersOrDefault(); i++) {
            writers.add(new Writer(queues, settings.batch(), settings.gather().toNanos(), this::append));
        }
        lanes.whenFreed(this::wake);
    }

    /** False when the lane is full. */
    boolean offer(Pending pending) {
        Lane lane = queues.get(lanes.index(pending.conversationId()));
        boolean taken = lane.offer(pending);
        if (!taken) {
            metrics.busy();
        } else if (lane.isFree()) { // whoever has the turn looks again when he gives it back
            wake();
        }
        return taken;
    }

    private void wake() {
        for (Writer writer : writers) {
            if (writer.wake()) {
                return;
            }
        }
    }

    static Problem busy() {
        return PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** One batch, in the turn of each of its lanes. */
    private void append(List<Pending> taken) {
        List<AppendStore.Row> batch = prepare(taken);
        if (batch.isEmpty()) {
            return;
        }
        try {
            finish(batch, appendUntilKnown(batch));
        } catch (SQLException e) {
            alone(batch, e);
        } catch (RuntimeException e) { // an edge: the writer must live on
            LOG.error("A batch of {} drafts failed behind the append", batch.size(), e);
        }
    }

    private List<AppendStore.Row> prepare(List<Pending> taken) {
        long now = clock.millis();
        List<AppendStore.Row> batch = new ArrayList<>(taken.size());
        for (Pending pending : taken) {
            try {
                batch.add(context.complete(pending, now));
            } catch (Problem problem) {
                refuse(pending, problem);
            } catch (RuntimeException e) { // an edge: the file or the company could not be read
                LOG.warn("A draft could not be completed", e);
                refuse(pending, busy());
            }
        }
        batch.sort(Comparator.comparingLong(row -> row.pending().conversationId()));
        return batch;
    }

    /** Repeats while the database is away or the connection broke; other errors come out. */
    private Outcome[] appendUntilKnown(List<AppendStore.Row> batch) throws SQLException {
        long giveUp = System.nanoTime() + settings.retry().toNanos();
        while (true) {
            try {
                long started = System.nanoTime();
                Outcome[] outcomes = store.append(batch);
                metrics.appended(outcomes, System.nanoTime() - started);
                return outcomes;
            } catch (SQLException e) {
                if (!isPassing(e) || ended || System.nanoTime() > giveUp) {
                    throw e;
                }
                metrics.repeated();
                LOG.warn("Appending again, the outcome is unknown: {}", e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
    }

    /** Connection lost, server starting or stopping, deadlock, disk full, no connection in time. */
    private static boolean isPassing(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "08");
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.startsWith("53")
                || e instanceof java.sql.SQLTransientException;
    }

    /** Something in the batch is poison: each draft gets its own transaction, so that one cannot take others with it. */
    private void alone(List<AppendStore.Row> batch, SQLException error) {
        if (batch.size() == 1 || isPassing(error)) {
            LOG.error("{} drafts were not appended", batch.size(), error);
            batch.forEach(row -> refuse(row.pending(), busy()));
            return;
        }
        for (AppendStore.Row row : batch) {
            try {
                finish(List.of(row), store.append(List.of(row)));
            } catch (SQLException e) {
                LOG.error("A draft was not appended", e);
                refuse(row.pending(), busy());
            }
        }
    }

    private void finish(List<AppendStore.Row> batch, Outcome[] outcomes) {
        FaultPoints.reached("append.committed");
        fanout.together(() -> {
            for (int i = 0; i < outcomes.length; i++) {
                answer(batch.get(i).pending().callback(), outcomes[i]);
                if (i + 1 < outcomes.length) {
                    FaultPoints.reached("append.mid-batch");
                }
            }
            FaultPoints.reached("append.acked");
            fanout.appended(batch, outcomes);
        });
    }

    private static void answer(SendCallback callback, Outcome outcome) {
        try {
            if (outcome.ack() != null) {
                callback.stored(outcome.ack());
            } else {
                callback.refused(MessagingProblem.valueOf(outcome.code()).problem());
            }
        } catch (RuntimeException e) { // an edge: somebody else's code, and the draft is stored
            LOG.error("A callback failed", e);
        }
    }

    private static void refuse(Pending pending, Problem problem) {
        try {
            pending.callback().refused(problem);
        } catch (RuntimeException e) { // an edge: somebody else's code, and others in the batch wait for their answer
            LOG.error("A callback failed", e);
        }
    }

    @Override
    public void start() {
        FaultPoints.reached("start.lanes");
        running = true;
        for (Writer writer : writers) {
            // Daemons: when something behind this fails to start, the process ends. A stop waits for them.
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("append-" + threads.size())
                    .start(writer));
        }
    }

    /** What was accepted is still appended. */
    @Override
    public void stop() {
        queues.forEach(Lane::close);
        writers.forEach(Writer::close);
        Instant deadline = clock.instant().plus(settings.retry());
        for (Thread thread : threads) {
            try {
                thread.join(Duration.between(clock.instant(), deadline).plusMillis(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        ended = true; // the database goes next: what is still unknown is answered as busy
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the servers that accept requests, and ended after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
