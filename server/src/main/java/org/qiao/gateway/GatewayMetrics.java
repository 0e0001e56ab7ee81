package org.qiao.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
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

    GatewayMetrics(MeterRegistry registry) {
        this.connections = registry.gauge("qiao.gateway.connections", new AtomicInteger());
        this.received = registry.counter("qiao.gateway.frames", "direction", "in");
        this.sent = registry.counter("qiao.gateway.frames", "direction", "out");
        this.slow = registry.counter("qiao.gateway.slow");
        this.owed = registry.counter("qiao.gateway.owed");
        this.resumed = registry.counter("qiao.gateway.resumed");
        this.refused = registry.counter("qiao.gateway.refused");
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

    void sent(int events) {
        sent.increment(events);
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
