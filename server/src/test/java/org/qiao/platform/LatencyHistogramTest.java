package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 15, 16, 17, 31, 32, 33, 999, 4_096, 123_456, 99_999_999})
    void aValueIsFoundAgainWithinSixPercent(long micros) {
        histogram.record(TimeUnit.MICROSECONDS.toNanos(micros));

        assertThat(histogram.counts().percentileMillis(0.5) * 1_000).isBetween(micros * 1.0, micros * 1.0626 + 1);
        assertThat(histogram.counts().sumMicros()).isEqualTo(micros);
    }

    @Test
    void percentilesAndDifferencesDescribeWhatWasRecorded() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.record(TimeUnit.MILLISECONDS.toNanos(i));
        }
        LatencyHistogram.Counts first = histogram.counts();
        histogram.record(TimeUnit.SECONDS.toNanos(2));

        assertThat(first.total()).isEqualTo(1_000);
        assertThat(first.percentileMillis(0.5)).isCloseTo(500, within(32.0));
        assertThat(first.percentileMillis(0.99)).isCloseTo(990, within(62.0));
        assertThat(histogram.counts().minus(first).total()).isEqualTo(1);
        assertThat(histogram.counts().minus(first).percentileMillis(0.99)).isCloseTo(2_000, within(125.0));
    }

    @Test
    void absurdValuesAreCountedAtTheEnds() {
        histogram.record(-1);
        histogram.record(Long.MAX_VALUE);

        assertThat(histogram.counts().total()).isEqualTo(2);
        assertThat(new LatencyHistogram().counts().percentileMillis(0.99)).isZero();
    }

    @Test
    void prometheusGetsCumulativeBuckets() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Latencies latencies = new Latencies(prometheus);
        LatencyHistogram acks = latencies.histogram("qiao_test_seconds", "A test");
        acks.record(TimeUnit.MILLISECONDS.toNanos(1));
        acks.record(TimeUnit.SECONDS.toNanos(100));

        assertThat(latencies.histogram("qiao_test_seconds", "A test")).isSameAs(acks);
        assertThat(prometheus.scrape())
                .contains("qiao_test_seconds_bucket{le=\"7.68E-4\"} 0")
                .contains("qiao_test_seconds_bucket{le=\"0.001024\"} 1")
                .contains("qiao_test_seconds_bucket{le=\"16.777216\"} 1")
                .contains("qiao_test_seconds_bucket{le=\"+Inf\"} 2")
                .contains("qiao_test_seconds_count 2");
        assertThat(new Latencies(new SimpleMeterRegistry()).histogram("qiao_other_seconds", "Another"))
                .isNotSameAs(acks);
    }
}
