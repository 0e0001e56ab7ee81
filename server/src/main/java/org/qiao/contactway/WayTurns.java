package org.qiao.contactway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;

/**
 * Arrivals by one code wait for each other here, before they take a connection: a thousand that waited at the row's lock would hold
 * every connection of the server. The row's lock is what makes counting exact, also between servers; this only keeps the queue outside.
 */
@Component
public class WayTurns {

    private static final int STRIPES = 64;

    /** Of all codes together; the rest of the pool is for everybody else. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RETRY_SECONDS = 5;

    private final ReentrantLock[] codes =
            IntStream.range(0, STRIPES).mapToObj(n -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);
    private final Semaphore all = new Semaphore(AT_ONCE, true);

    /** Runs a whole transaction; refuses with platform.busy when the queue is too long. */
    public <T> T inTurn(ContactWay way, Supplier<T> transaction) {
        ReentrantLock code = codes[Math.floorMod(Long.hashCode(way.id()), STRIPES)];
        try {
            if (!code.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                if (!all.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw busy();
                }
                try {
                    return transaction.get();
                } finally {
                    all.release();
                }
            } finally {
                code.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Problem busy() {
        return PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
    }
}
