package org.qiao.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.qiao.platform.Past;

/**
 * The server's clock in tests: real time plus an offset that only grows. Shared by all tests of the JVM, so a test moves it
 * forward and never assumes that it stands still.
 */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public void forward(Duration by) {
        offset.updateAndGet(now -> now.plus(by));
        watchers.forEach(Runnable::run);
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
