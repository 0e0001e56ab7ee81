package org.qiao.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.qiao.platform.Latencies;
import org.qiao.platform.LatencyHistogram;
import org.springframework.stereotype.Component;

/** What the operator sees of the gateway: how many, how fast, how often somebody was too slow. */
@Component
class GatewayMetrics {

    private final AtomicInteger connections;
    private final Counter received;
    private final Counter sent;
    private final Counter slow;
    private final Counter owed;
    private final Counter resumed;
    private final Counter refused;
    private final Counter badFrames;

    private final Counter deliveries;
    private final Counter busy;
    private final LatencyHistogram acknowledged;
    private final MeterRegistry registry;

    GatewayMetrics(MeterRegistry registry, Latencies latencies) {
        this.registry = registry;
        this.connections = registry.gauge("qiao.gateway.connections", new AtomicInteger());
        this.received = registry.counter("qiao.gateway.frames", "direction", "in");
        this.sent = registry.counter("qiao.gateway.frames", "direction", "out");
        this.slow = registry.counter("qiao.gateway.slow");
        this.owed = registry.counter("qiao.gateway.owed");
        this.resumed = registry.counter("qiao.gateway.resumed");
        this.refused = registry.counter("qiao.gateway.refused");
        this.deliveries = registry.counter("qiao.gateway.deliveries");
        this.busy = registry.counter("qiao.gateway.busy");
        this.acknowledged = latencies.histogram(
                "qiao_ack_seconds", "From a complete send command to its acknowledgement in the socket's queue");
        if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider buffers) {
            Gauge.builder("qiao.gateway.buffers", () -> buffers.metric().usedDirectMemory())
                    .baseUnit("bytes")
                    .register(registry);
        }
        this.badFrames = registry.counter("qiao.gateway.bad_frames");
    }

    /** @return how many there are now */
    int connected() {
        return connections.incrementAndGet();
    }

    void disconnected() {
        connections.decrementAndGet();
    }

    int connections() {
        return connections.get();
    }

    void received() {
        received.increment();
    }

    /** Events handed to sockets, once for each event with the number of sockets. */
    void sent(int events) {
        sent.increment(events);
        deliveries.increment(events);
    }

    /**
     * An acknowledgement is in the socket's queue.
     *
     * @param since {@code System.nanoTime()} when the command was complete
     */
    void acknowledged(long since) {
        sent.increment();
        acknowledged.record(System.nanoTime() - since);
    }

    /** A command was refused because too much waits. */
    void busy() {
        busy.increment();
    }

    /** Commands that run or wait on a worker, and drafts whose answer is still to come. */
    void watchQueues(IntSupplier workers, IntSupplier callbacks) {
        Gauge.builder("qiao.gateway.workers", workers::getAsInt).register(registry);
        Gauge.builder("qiao.gateway.callbacks", callbacks::getAsInt).register(registry);
    }

    /** A socket stopped taking what it gets. */
    void slow() {
        slow.increment();
    }

    /** An event was not pushed to a slow socket. */
    void owed() {
        owed.increment();
    }

    void resumed() {
        resumed.increment();
    }

    /** An upgrade was refused. */
    void refused() {
        refused.increment();
    }

    void badFrame() {
        badFrames.increment();
    }
}
