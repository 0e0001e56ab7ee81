package org.qiao.grouptold;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.qiao.threadfeed.FeedPasses;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a second for customers whose moment has come; one who fails keeps no other from his turn. Keeps nothing in memory. */
@Component
class ToldClock {

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
            FeedPasses.drain("Telling of groups", calling::once, calling::leaveOut, CALLS);
        } finally {
            running.unlock();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 150_000)
    void forget() {
        calls.forget(clock.instant().minus(FORGOTTEN_AFTER));
    }
}
