package org.qiao.voice;

import java.time.Duration;

/**
 * The times of a call.
 *
 * @param timers of the signalling
 * @param lead silence at the beginning, while the telephone moves to the ear
 * @param pause silence between two readings
 * @param answer how long a key is waited for after the last one
 */
record CallPace(SipTimers timers, Duration lead, Duration pause, Duration answer) {

    static final CallPace STANDARD = new CallPace(
            SipTimers.of(Duration.ofMillis(500), Duration.ofSeconds(4), false),
            Duration.ofMillis(500),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(5));

    /** One reading is cut there. */
    static final Duration READING_MAX = Duration.ofMinutes(2);

    private static final Duration ALL_READINGS_MAX = Duration.ofMinutes(3);
    private static final int READINGS_ASKING = 3;
    private static final int READINGS_TELLING = 2;

    /** How often it is said: again as long as that makes no lecture of it. */
    int readings(int samples, boolean asks) {
        long all = ALL_READINGS_MAX.toSeconds() * G711.SAMPLE_RATE;
        int wanted = asks ? READINGS_ASKING : READINGS_TELLING;
        return Math.clamp(all / Math.max(1, samples), 1, wanted);
    }

    /** The longest that a call can take, whatever the other side does. */
    static Duration longest(Duration ring) {
        Duration transaction = Duration.ofNanos(STANDARD.timers().transaction());
        return transaction
                .multipliedBy(2)
                .plus(ring.multipliedBy(2))
                .plus(ALL_READINGS_MAX)
                .plus(Duration.ofMinutes(3)); // speaking the text, and slow machines
    }
}
