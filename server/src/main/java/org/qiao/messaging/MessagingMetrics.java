package org.qiao.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;
import org.qiao.messaging.AppendStore.Outcome;
import org.qiao.platform.Latencies;
import org.qiao.platform.LatencyHistogram;
import org.springframework.stereotype.Component;

/** What the operator sees of the log. Everything is counted once for a batch, never for a message. */
@Component
class MessagingMetrics {

    private static final double[] BATCH_SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048};

    private final MeterRegistry registry;
    private final DistributionSummary batches;
    private final Counter stored;
    private final Counter busy;
    private final Counter repeats;
    private final LatencyHistogram database;

    MessagingMetrics(MeterRegistry registry, Latencies latencies) {
        this.registry = registry;
        this.batches = DistributionSummary.builder("qiao.append.batch")
                .description("Drafts appended in one transaction")
                .serviceLevelObjectives(BATCH_SIZES)
                .register(registry);
        this.stored = registry.counter("qiao.messages.stored");
        this.busy = registry.counter("qiao.append.busy");
        this.repeats = registry.counter("qiao.append.repeats");
        this.database = latencies.histogram("qiao_append_database_seconds", "One append, from the call to its commit");
    }

    /**
     * A batch is committed.
     *
     * @param outcomes one for each draft; repeats and refusals are not counted as stored
     * @param nanos of the database call, its commit included
     */
    void appended(Outcome[] outcomes, long nanos) {
        int fresh = 0;
        for (Outcome outcome : outcomes) {
            fresh += outcome.isStored() ? 1 : 0;
        }
        batches.record(outcomes.length);
        stored.increment(fresh);
        database.record(nanos);
    }

    /** A draft found its lane full, or the database away. */
    void busy() {
        busy.increment();
    }

    /** A batch of unknown outcome is sent again. */
    void repeated() {
        repeats.increment();
    }

    /** Drafts in the lanes: {@code waiting} is asked when somebody looks. */
    void watchLanes(IntSupplier waiting) {
        watch("qiao.append.waiting", "Drafts that wait in the lanes", waiting);
    }

    /** Batches that are fanned out and whose outbox rows are still to be deleted. */
    void watchOutbox(IntSupplier waiting) {
        watch("qiao.outbox.waiting", "Outbox rows still to be deleted", waiting);
    }

    private void watch(String name, String description, IntSupplier value) {
        Gauge.builder(name, value::getAsInt).description(description).register(registry);
    }
}
