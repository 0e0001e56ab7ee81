package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Numbers as a result shows them. */
final class Numbers {

    private Numbers() {}

    /** Four digits that count. */
    static double round(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return 0;
        }
        double unit = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
        return Math.abs(value) >= 1_000 ? Math.round(value) : Math.round(value * unit) / unit;
    }

    /** Microseconds in, milliseconds out. */
    static Map<String, Object> percentiles(Histogram histogram) {
        Map<String, Object> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", millis(histogram.getValueAtPercentile(50)));
        percentiles.put("p90", millis(histogram.getValueAtPercentile(90)));
        percentiles.put("p95", millis(histogram.getValueAtPercentile(95)));
        percentiles.put("p99", millis(histogram.getValueAtPercentile(99)));
        percentiles.put("p999", millis(histogram.getValueAtPercentile(99.9)));
        percentiles.put("max", millis(histogram.getMaxValue()));
        percentiles.put("count", histogram.getTotalCount());
        return percentiles;
    }

    static double millis(long micros) {
        return round(micros / 1e3);
    }
}
