package org.qiao.ding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.locks.ReentrantLock;
import org.qiao.ding.RecipientStore.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks twice a second for recipients whose step is due, and at once after a DING was sent. Keeps nothing in memory: what is due
 * stands in the database, so a restart goes on where the last process ended.
 */
@Component
class LadderClock {

    private static final Logger LOG = LoggerFactory.getLogger(LadderClock.class);

    static final int BATCH = 500;

    private final Climb climb;
    private final Counter served;
    private final ReentrantLock running = new ReentrantLock();

    LadderClock(Climb climb, MeterRegistry meters) {
        this.climb = climb;
        this.served = Counter.builder("qiao.ding.served")
                .description("Recipients whose step was taken")
                .register(meters);
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nobody is due
        }
        try {
            climbAll();
        } catch (RuntimeException e) { // an edge: half a second later is another try
            LOG.warn("Steps that were due were not taken: {}", e.getClass().getName(), e);
            singly();
        } finally {
            running.unlock();
        }
    }

    /** Does not wait. */
    void wake() {
        Thread.ofVirtual().name("ding-wake").start(this::tick);
    }

    private void climbAll() {
        int count;
        do {
            count = climb.once(BATCH);
            served.increment(count);
        } while (count == BATCH);
    }

    /** So that a recipient who cannot be served does not keep those of every company. */
    private void singly() {
        try {
            for (Id id : climb.due(BATCH)) {
                if (!isServed(id)) {
                    climb.putOff(id);
                }
            }
        } catch (RuntimeException e) { // an edge: the database is away, nothing is lost
            LOG.warn("Steps wait: {}", e.getClass().getName());
        }
    }

    private boolean isServed(Id id) {
        try {
            served.increment(climb.one(id));
            return true;
        } catch (RuntimeException e) { // an edge: the other recipients still want their turn
            LOG.warn(
                    "The step of recipient {} cannot be taken: {}",
                    id.id(),
                    e.getClass().getName(),
                    e);
            return false;
        }
    }
}
