package org.qiao.notice;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Limits;

/** How long an order waits before it is tried again: 5 s, 10 s, 20 s … 10 min, each a little shorter or longer. */
final class Waits {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double SPREAD = 0.25;

    private Waits() {}

    /**
     * @param attempts made so far, at least 1
     * @param asked what the network asked for; it is never tried earlier
     * @param random between 0 and 1: what failed together does not come back together
     */
    static Duration after(int attempts, @Nullable Duration asked, DoubleSupplier random) {
        Duration base = Limits.pause(attempts - 1, FIRST, LONGEST);
        if (asked != null && asked.compareTo(base) >= 0) {
            return asked.plusMillis((long) (FIRST.toMillis() * random.getAsDouble()));
        }
        Duration wait = Duration.ofMillis((long) (base.toMillis() * (1 - SPREAD + 2 * SPREAD * random.getAsDouble())));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
