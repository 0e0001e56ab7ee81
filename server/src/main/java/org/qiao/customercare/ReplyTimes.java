package org.qiao.customercare;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How long answers took, in classes that can be added up for any span of days and people. A class holds times up to its bound, which is
 * among them. Pure.
 */
final class ReplyTimes {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    /** Seconds. The last class has no bound. */
    private static final int[] BOUNDS = {
        15,
        30,
        45,
        MINUTE,
        90,
        2 * MINUTE,
        3 * MINUTE,
        4 * MINUTE,
        5 * MINUTE,
        7 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        20 * MINUTE,
        30 * MINUTE,
        45 * MINUTE,
        HOUR,
        90 * MINUTE,
        2 * HOUR,
        3 * HOUR,
        4 * HOUR,
        6 * HOUR,
        8 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY
    };

    static final int CLASSES = BOUNDS.length + 1;

    /** Bounds that people think in: what is shown as a distribution. */
    private static final int[] SHOWN = {MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR};

    private ReplyTimes() {}

    /** In which class a time is. */
    static int classOf(long seconds) {
        int found = Arrays.binarySearch(BOUNDS, (int) Math.min(seconds, Integer.MAX_VALUE));
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The time that half of the answers did not take longer than, within its class by proportion; what is beyond the last bound counts as
     * the last bound.
     */
    static OptionalInt median(int[] counts) {
        int all = IntStream.of(counts).sum();
        double half = all / 2.0;
        int before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && before + counts[i] >= half) {
                int low = i == 0 ? 0 : BOUNDS[i - 1];
                int high = i < BOUNDS.length ? BOUNDS[i] : low;
                return OptionalInt.of((int) Math.round(low + (high - low) * (half - before) / counts[i]));
            }
            before += counts[i];
        }
        return OptionalInt.empty();
    }

    /** Answers within a minute, five, ten, thirty, sixty, and later. */
    static int[] shown(int[] counts) {
        int[] shown = new int[SHOWN.length + 1];
        for (int i = 0; i < counts.length; i++) {
            int bound = i < BOUNDS.length ? BOUNDS[i] : Integer.MAX_VALUE;
            int at = Arrays.binarySearch(SHOWN, bound);
            shown[at >= 0 ? at : -at - 1] += counts[i];
        }
        return shown;
    }
}
