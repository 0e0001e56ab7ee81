package org.qiao.grouptold;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a second for customers whose moment has come. Keeps nothing in memory. */
@Component
class ToldClock {

    private static final Logger LOG = LoggerFactory.getLogger(ToldClock.class);

    private static final int CALLS = 1_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final ToldCalling calling;
    private final ToldCallStore calls;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    ToldClock(ToldCalling calling, ToldCallStore calls, Clock clock) {
        this.calling = calling;
        this.calls = calls;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            int looked;
            do {
                looked = calling.once(CALLS);
            } while (looked == CALLS);
        } catch (RuntimeException e) { // an edge: a second later is another try
            LOG.warn("Customers were not told of groups yet: {}", e.getClass().getName(), e);
        } finally {
            running.unlock();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 150_000)
    void forget() {
        calls.forget(clock.instant().minus(FORGOTTEN_AFTER));
    }
}
