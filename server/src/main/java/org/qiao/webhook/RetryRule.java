package org.qiao.webhook;

import java.time.Duration;

/** How long to wait before the next attempt: 10 seconds, three times as long each time, at most an hour, and a fifth of chance. */
final class RetryRule {

    private static final long FIRST_MILLIS = 10_000;
    private static final long MOST_MILLIS = Duration.ofHours(1).toMillis();
    private static final double SPREAD = 0.2;

    private RetryRule() {}

    /**
     * @param attempts made so far, from 1
     * @param chance from 0 to 1
     */
    static Duration pause(int attempts, double chance) {
        double plain = Math.min(MOST_MILLIS, FIRST_MILLIS * Math.pow(3, attempts - 1.0));
        return Duration.ofMillis(Math.round(plain * (1 - SPREAD / 2 + SPREAD * chance)));
    }
}
