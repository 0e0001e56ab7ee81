package org.qiao.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * What all replay rings hold together, in bytes. Thousands of busy private conversations would otherwise fill the memory with
 * frames that hardly anybody asks for again: whoever finds his ring shortened syncs instead.
 */
@Component
final class ReplayMemory {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    ReplayMemory(GatewaySettings settings) {
        this.limit = settings.replayBytes();
    }

    void take(int bytes) {
        used.addAndGet(bytes);
    }

    void give(int bytes) {
        used.addAndGet(-bytes);
    }

    boolean isFull() {
        return used.get() > limit;
    }

    long used() {
        return used.get();
    }
}
