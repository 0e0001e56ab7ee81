package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Counts and times of one window. Counts are what happened in the window; times are those of the messages that were meant to be sent in
 * it, however late their answer came.
 */
final class Meter {

    private static final long HIGHEST_MICROS = 120_000_000;

    final Histogram ack = new Histogram(HIGHEST_MICROS, 3);
    final Histogram receive = new Histogram(HIGHEST_MICROS, 3);
    /** Until the last of several receivers had it. */
    final Histogram last = new Histogram(HIGHEST_MICROS, 3);

    private long from = Long.MAX_VALUE;
    private long to = Long.MAX_VALUE;
    private long sent;
    private long acked;
    private long delivered;
    private long echoed;
    private long refused;

    /** The window begins now. */
    void start(long now) {
        from = now;
    }

    void stop(long now) {
        to = now;
    }

    double seconds() {
        return (to - from) / 1e9;
    }

    void sent(long now) {
        sent += in(now);
    }

    void acked(long meant, long now) {
        acked += in(now);
        record(ack, meant, now);
    }

    void delivered(long meant, long now) {
        delivered += in(now);
        record(receive, meant, now);
    }

    void complete(long meant, long now) {
        record(last, meant, now);
    }

    void echoed(long now) {
        echoed += in(now);
    }

    void refused(long now) {
        refused += in(now);
    }

    long acked() {
        return acked;
    }

    long delivered() {
        return delivered;
    }

    private int in(long now) {
        return now >= from && now < to ? 1 : 0;
    }

    private void record(Histogram histogram, long meant, long now) {
        if (meant >= from && meant < to) {
            histogram.recordValue(Math.clamp((now - meant) / 1_000, 0, HIGHEST_MICROS));
        }
    }

    /** What a result says about this window. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        double seconds = seconds();
        numbers.put("seconds", Numbers.round(seconds));
        numbers.put("sent_per_second", Numbers.round(sent / seconds));
        numbers.put("acked_per_second", Numbers.round(acked / seconds));
        numbers.put("delivered_per_second", Numbers.round(delivered / seconds));
        numbers.put("own_copies_per_second", Numbers.round(echoed / seconds));
        numbers.put("refused", refused);
        numbers.put("ack_ms", Numbers.percentiles(ack));
        numbers.put("receive_ms", Numbers.percentiles(receive));
        if (last.getTotalCount() > 0) {
            numbers.put("last_receiver_ms", Numbers.percentiles(last));
        }
        return numbers;
    }
}
