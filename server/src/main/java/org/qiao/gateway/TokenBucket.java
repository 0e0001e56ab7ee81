package org.qiao.gateway;

import java.util.concurrent.TimeUnit;

/**
 * So many per second, with a burst. Two of them sit in every connection, which is why this is thirty lines and not a
 * library's bucket: a connection should cost a few kilobytes in all.
 */
final class TokenBucket {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final int burst;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, int burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = now;
    }

    /** @return 0 when taken, else how many milliseconds until there is one again (at least 1) */
    synchronized long take(long now) {
        tokens = Math.min(burst, tokens + (double) Math.max(0, now - filledAt) * perSecond / SECOND);
        filledAt = now;
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) * 1_000 / perSecond));
    }
}
