package org.qiao.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.qiao.platform.Latencies;
import org.qiao.platform.LatencyHistogram;
import org.springframework.stereotype.Component;

/** Reads the meters of other modules by name; one that is not there is 0. */
@Component
class Meters {

    private final MeterRegistry registry;
    private final LatencyHistogram acknowledged;
    private final LatencyHistogram database;

    Meters(MeterRegistry registry, Latencies latencies) {
        this.registry = registry;
        this.acknowledged = latencies.histogram(
                "qiao_ack_seconds", "From a complete send command to its acknowledgement in the socket's queue");
        this.database = latencies.histogram("qiao_append_database_seconds", "One append, from the call to its commit");
    }

    LatencyHistogram.Counts acknowledged() {
        return acknowledged.counts();
    }

    LatencyHistogram.Counts database() {
        return database.counts();
    }

    double count(String name, String... tags) {
        Counter counter = registry.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    int gauge(String name) {
        Gauge gauge = registry.find(name).gauge();
        return gauge == null || Double.isNaN(gauge.value()) ? 0 : (int) gauge.value();
    }

    long bytes(String name, String... tags) {
        return (long) registry.find(name).tags(tags).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(value -> value > 0)
                .sum();
    }

    double drafts() {
        DistributionSummary batches = registry.find("qiao.append.batch").summary();
        return batches == null ? 0 : batches.totalAmount();
    }
}
