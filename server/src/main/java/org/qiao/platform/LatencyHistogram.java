package org.qiao.platform;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, counted in buckets of at most 6 % width from 1 µs to 2 minutes. Recording is two additions without
 * a lock, cheap enough for every message.
 */
public final class LatencyHistogram {

    private static final int SUB_BITS = 4;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int OCTAVES = 24;
    private static final int BUCKETS = (OCTAVES + 1) * SUBS;
    private static final long NANOS_PER_MICRO = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final LongAdder micros = new LongAdder();

    public void record(long nanos) {
        long value = Math.max(0, nanos / NANOS_PER_MICRO);
        counts.getAndAdd(bucket(value), 1);
        micros.add(value);
    }

    /** What was counted until now. */
    public Counts counts() {
        long[] copy = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            copy[i] = counts.get(i);
        }
        return new Counts(copy, micros.sum());
    }

    private static int bucket(long micros) {
        if (micros < SUBS) {
            return (int) micros;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int sub = (int) (micros >>> (exponent - SUB_BITS)) & (SUBS - 1);
        return Math.min((exponent - SUB_BITS + 1) * SUBS + sub, BUCKETS - 1);
    }

    /** The first value, in microseconds, behind a bucket. */
    private static long end(int bucket) {
        int next = bucket + 1;
        return next < SUBS ? next : (long) (SUBS + next % SUBS) << (next / SUBS - 1);
    }

    /** A state of the histogram; the difference of two describes the time between them. */
    public static final class Counts {

        private final long[] counts;
        private final long micros;

        private Counts(long[] counts, long micros) {
            this.counts = counts;
            this.micros = micros;
        }

        public Counts minus(Counts earlier) {
            long[] difference = new long[BUCKETS];
            for (int i = 0; i < BUCKETS; i++) {
                difference[i] = counts[i] - earlier.counts[i];
            }
            return new Counts(difference, micros - earlier.micros);
        }

        public long total() {
            long total = 0;
            for (long count : counts) {
                total += count;
            }
            return total;
        }

        /** In microseconds, all together. */
        public long sumMicros() {
            return micros;
        }

        /** How many took less than so many microseconds, which should be the border of a bucket. */
        public long below(long borderMicros) {
            long below = 0;
            for (int i = 0; i < BUCKETS && end(i) <= borderMicros; i++) {
                below += counts[i];
            }
            return below;
        }

        /**
         * The time, in milliseconds, that the given part did not exceed; 0 when nothing was counted.
         *
         * @param part 0.99 for the 99th percentile
         */
        public double percentileMillis(double part) {
            long rank = (long) Math.ceil(total() * part);
            long seen = 0;
            for (int i = 0; i < BUCKETS; i++) {
                seen += counts[i];
                if (rank > 0 && seen >= rank) {
                    return end(i) / (double) NANOS_PER_MICRO;
                }
            }
            return 0;
        }
    }
}
