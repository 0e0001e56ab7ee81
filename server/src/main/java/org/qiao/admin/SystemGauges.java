package org.qiao.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What no other module knows, for the collector: memory of the processes, the database, the disk, jobs. */
@Component
class SystemGauges {

    SystemGauges(MeterRegistry registry, SystemSampler sampler, SystemFacts facts) {
        bytes(registry, "qiao.memory.resident", sampler::residentBytes);
        bytes(registry, "qiao.memory.database", sampler::databaseBytes);
        bytes(registry, "qiao.database.size", () -> facts.fromDatabase().bytes());
        bytes(registry, "qiao.disk.free", facts::freeBytes);
        Gauge.builder("qiao.era", () -> facts.fromDatabase().era()).register(registry);
        Gauge.builder("qiao.jobs.due", () -> facts.fromDatabase().jobs().due()).register(registry);
        Gauge.builder("qiao.jobs.failing", () -> facts.fromDatabase().jobs().failing())
                .register(registry);
    }

    private static void bytes(MeterRegistry registry, String name, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit("bytes").register(registry);
    }
}
