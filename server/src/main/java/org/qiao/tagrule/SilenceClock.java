package org.qiao.tagrule;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Once a second: what is due is looked at, at most so many portions in one turn. Keeps nothing in memory. */
@Component
class SilenceClock {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceClock.class);
    private static final int PORTIONS = 20;

    private final SilencePass pass;
    private final ReentrantLock running = new ReentrantLock();

    SilenceClock(SilencePass pass) {
        this.pass = pass;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (!running.tryLock()) {
            return; // it goes on where it is
        }
        try {
            int portion = 0;
            while (portion < PORTIONS && pass.once()) {
                portion++;
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Silent customers were not tagged yet", e);
        } finally {
            running.unlock();
        }
    }
}
