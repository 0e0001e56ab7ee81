package org.qiao.gateway;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * A goodbye in order: every client learns when to come back, what is under way gets its answer, then the sockets close. Takes
 * five seconds at most.
 */
@Component
class Drain {

    private static final long ANSWERS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SPREAD_MIN_MS = 1_000;
    private static final int SPREAD_MAX_MS = 30_000;
    private static final int MS_PER_CONNECTION = 10;

    private final SocketSessions sessions;
    private final Commands commands;
    private final Workers workers;
    private final GatewayMetrics metrics;

    Drain(SocketSessions sessions, Commands commands, Workers workers, GatewayMetrics metrics) {
        this.sessions = sessions;
        this.commands = commands;
        this.workers = workers;
        this.metrics = metrics;
        metrics.watchQueues(workers::present, commands::unanswered);
    }

    void run() {
        int spread = spreadMs(metrics.connections());
        sessions.forEach(session -> session.send(
                new ServerFrame.Drain(ThreadLocalRandom.current().nextInt(SPREAD_MIN_MS / 2, spread + 1))));
        await(() -> commands.unanswered() == 0 && workers.isIdle(), ANSWERS_NANOS);
        sessions.forEach(session -> sessions.close(session, CloseCode.DRAIN));
        await(() -> metrics.connections() == 0, GOODBYE_NANOS);
    }

    /** So that the server, once it is back, sees about a hundred sign-ins a second, and never all within half a minute of many. */
    static int spreadMs(int connections) {
        return Math.clamp((long) connections * MS_PER_CONNECTION, SPREAD_MIN_MS, SPREAD_MAX_MS);
    }

    private static void await(BooleanSupplier done, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!done.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
