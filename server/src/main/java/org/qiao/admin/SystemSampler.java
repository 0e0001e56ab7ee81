package org.qiao.admin;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import org.qiao.platform.LatencyHistogram;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every two seconds and keeps ten minutes, so that whoever opens the page sees where it comes from. */
@Component
class SystemSampler {

    static final int KEPT = 300;
    static final long EVERY_MS = 2_000;

    /** Walking through the system's processes costs milliseconds. */
    private static final int DATABASE_EVERY = 5;

    private static final double NANOS = 1e9;

    private final Meters meters;
    private final ProcessTree processes;
    private final Clock clock;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ArrayDeque<Sample> samples = new ArrayDeque<>(KEPT);
    private Totals before;
    private DatabaseProcesses database = new DatabaseProcesses(0, 0, 0, 0);
    private long taken;

    SystemSampler(Meters meters, ProcessTree processes, Clock clock) {
        this.meters = meters;
        this.processes = processes;
        this.clock = clock;
        this.before = totals();
    }

    /** Samples behind a moment, oldest first. */
    synchronized List<Sample> after(long millis) {
        return samples.stream().filter(sample -> sample.at() > millis).toList();
    }

    @Scheduled(fixedRate = EVERY_MS)
    synchronized void take() {
        Totals now = totals();
        double seconds = Math.max(now.nanos() - before.nanos(), 1) / NANOS;
        if (taken++ % DATABASE_EVERY == 0) {
            database = database.next(processes, now.nanos());
        }
        if (samples.size() == KEPT) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(
                clock.millis(),
                meters.gauge("qiao.gateway.connections"),
                rates(now, seconds),
                times(now),
                queues(),
                memory(),
                new Sample.Cpu((now.cpu() - before.cpu()) / NANOS / seconds, database.cores())));
        before = now;
    }

    private Sample.Rates rates(Totals now, double seconds) {
        return new Sample.Rates(
                (now.stored() - before.stored()) / seconds,
                now.acks().minus(before.acks()).total() / seconds,
                (now.deliveries() - before.deliveries()) / seconds,
                (now.framesIn() - before.framesIn()) / seconds);
    }

    private Sample.Times times(Totals now) {
        LatencyHistogram.Counts acks = now.acks().minus(before.acks());
        LatencyHistogram.Counts batches = now.batches().minus(before.batches());
        long count = batches.total();
        return new Sample.Times(
                acks.percentileMillis(0.5),
                acks.percentileMillis(0.99),
                batches.percentileMillis(0.5),
                batches.percentileMillis(0.99),
                count == 0 ? 0 : (now.drafts() - before.drafts()) / count);
    }

    private Sample.Queues queues() {
        return new Sample.Queues(
                meters.gauge("qiao.append.waiting"),
                meters.gauge("qiao.gateway.workers"),
                meters.gauge("qiao.gateway.callbacks"),
                meters.gauge("qiao.outbox.waiting"),
                meters.gauge("hikaricp.connections.active"),
                meters.gauge("hikaricp.connections.pending"));
    }

    private Sample.Memory memory() {
        long direct = meters.bytes("jvm.buffer.memory.used", "id", "direct") + meters.bytes("qiao.gateway.buffers");
        return new Sample.Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                direct,
                processes.residentBytes(),
                database.bytes());
    }

    long residentBytes() {
        return processes.residentBytes();
    }

    synchronized long databaseBytes() {
        return database.bytes();
    }

    private Totals totals() {
        return new Totals(
                System.nanoTime(),
                system.getProcessCpuTime(),
                meters.count("qiao.messages.stored"),
                meters.count("qiao.gateway.deliveries"),
                meters.count("qiao.gateway.frames", "direction", "in"),
                meters.drafts(),
                meters.acknowledged(),
                meters.database());
    }

    private record Totals(
            long nanos,
            long cpu,
            double stored,
            double deliveries,
            double framesIn,
            double drafts,
            LatencyHistogram.Counts acks,
            LatencyHistogram.Counts batches) {}

    /** @param cpu seconds used until {@code nanos}; @param cores used since the look before */
    private record DatabaseProcesses(long nanos, double cpu, double cores, long bytes) {

        DatabaseProcesses next(ProcessTree processes, long now) {
            double used = processes.databaseCpuSeconds();
            double since = nanos == 0 ? 0 : Math.max(0, used - cpu) / ((now - nanos) / NANOS);
            return new DatabaseProcesses(now, used, since, processes.databaseBytes());
        }
    }
}
