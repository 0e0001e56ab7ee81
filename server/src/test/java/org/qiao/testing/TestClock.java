package org.qiao.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.qiao.platform.Past;

/**
 * The server's clock in tests: real time plus an offset that only grows. Shared by all tests of the JVM, so a test moves it
 * forward and never assumes that it stands still, except inside of {@link #still}.
 */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final ReentrantReadWriteLock moves = new ReentrantReadWriteLock();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public void forward(Duration by) {
        if (moves.getReadHoldCount() > 0) {
            throw new IllegalStateException("The clock is to stand still here");
        }
        moves.writeLock().lock();
        try {
            offset.updateAndGet(now -> now.plus(by));
        } finally {
            moves.writeLock().unlock();
        }
        watchers.forEach(Runnable::run);
    }

    /** No other test moves the clock meanwhile: for limits that time lifts. It goes on by itself. */
    public void still(Runnable steps) {
        moves.readLock().lock();
        try {
            steps.run();
        } finally {
            moves.readLock().unlock();
        }
    }

    /** Told after each move. */
    void onForward(Runnable watcher) {
        watchers.add(watcher);
    }

    @Override
    public Instant instant() {
        return Past.moment().orElseGet(() -> Clock.systemUTC().instant().plus(offset.get()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
