package org.qiao.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The histograms of this server by name; each is a Prometheus histogram as well. */
@Component
public class Latencies {

    private static final int FIRST_EXPONENT = 8; // 0.256 ms
    private static final int LAST_EXPONENT = 24; // 16.8 s
    private static final double MICROS_PER_SECOND = 1e6;
    private static final List<Long> BORDERS = borders();

    private final Map<String, LatencyHistogram> histograms = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    public Latencies(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * The one histogram of this name.
     *
     * @param name in the form "qiao_ack_seconds"
     * @param help one sentence
     */
    public LatencyHistogram histogram(String name, String help) {
        return histograms.computeIfAbsent(name, key -> {
            LatencyHistogram histogram = new LatencyHistogram();
            publish(() -> snapshot(key, help, histogram.counts()));
            return histogram;
        });
    }

    private void publish(Collector collector) {
        Set<MeterRegistry> all =
                registry instanceof CompositeMeterRegistry several ? several.getRegistries() : Set.of(registry);
        for (MeterRegistry one : all) {
            if (one instanceof PrometheusMeterRegistry prometheus) {
                prometheus.getPrometheusRegistry().register(collector);
            }
        }
    }

    private static MetricSnapshot snapshot(String name, String help, LatencyHistogram.Counts counts) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long before = 0;
        for (long border : BORDERS) {
            long below = counts.below(border);
            buckets.bucket(border / MICROS_PER_SECOND, below - before);
            before = below;
        }
        buckets.bucket(Double.POSITIVE_INFINITY, counts.total() - before);
        return HistogramSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(counts.sumMicros() / MICROS_PER_SECOND)
                        .build())
                .build();
    }

    /** Two in each octave, so that an estimate from them is at most a third off. */
    private static List<Long> borders() {
        List<Long> borders = new ArrayList<>();
        for (int exponent = FIRST_EXPONENT; exponent < LAST_EXPONENT; exponent++) {
            borders.add(1L << exponent);
            borders.add(3L << (exponent - 1));
        }
        borders.add(1L << LAST_EXPONENT);
        return List.copyOf(borders);
    }
}
