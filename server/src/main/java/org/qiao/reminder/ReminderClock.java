package org.qiao.reminder;

import java.util.concurrent.locks.ReentrantLock;
import org.qiao.reminder.ReminderStore.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks twice a second for reminders that are due. Keeps nothing in memory: what is due stands in the database, so a restart goes on
 * where the last process ended.
 */
@Component
class ReminderClock {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderClock.class);

    static final int BATCH = 500;

    private final Firing firing;
    private final ReminderMetrics metrics;
    private final ReentrantLock running = new ReentrantLock();

    ReminderClock(Firing firing, ReminderMetrics metrics) {
        this.firing = firing;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is due
        }
        try {
            while (firing.once(BATCH) > 0) {
                continue;
            }
        } catch (RuntimeException e) { // an edge: half a second later is another try
            LOG.warn("Reminders that were due were not served: {}", e.getClass().getName(), e);
            singly();
        } finally {
            running.unlock();
        }
    }

    /** So that one that cannot be served does not keep the others. */
    private void singly() {
        try {
            for (Id id : firing.due(BATCH)) {
                if (!served(id)) {
                    metrics.failed();
                    firing.putOff(id);
                }
            }
        } catch (RuntimeException e) { // an edge: the database is away, nothing is lost
            LOG.warn("Reminders wait: {}", e.getClass().getName());
        }
    }

    private boolean served(Id id) {
        try {
            firing.one(id);
            return true;
        } catch (RuntimeException e) { // an edge: the other reminders still want their turn
            LOG.warn("Reminder {} cannot be served: {}", id.id(), e.getClass().getName(), e);
            return false;
        }
    }
}
