package org.qiao.notice;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;

/** The injected clock, as buckets read it. */
record ClockMeter(Clock clock) implements TimeMeter {

    private static final long NANOS = 1_000_000_000L;

    @Override
    public long currentTimeNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
