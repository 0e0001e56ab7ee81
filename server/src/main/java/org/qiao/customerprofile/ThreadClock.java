package org.qiao.customerprofile;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks twice a second for threads in which somebody wrote. Keeps nothing in memory. */
@Component
class ThreadClock {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadClock.class);
    private static final int PIECES = 500;

    private final ThreadMoves moves;
    private final ReentrantLock running = new ReentrantLock();

    ThreadClock(ThreadMoves moves) {
        this.moves = moves;
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            int taken;
            do {
                taken = moves.once(PIECES);
            } while (taken == PIECES);
        } catch (RuntimeException e) { // an edge: half a second later is another try
            LOG.warn(
                    "Customers' lists do not know yet who wrote last: {}",
                    e.getClass().getName(),
                    e);
        } finally {
            running.unlock();
        }
    }
}
