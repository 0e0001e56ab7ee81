package org.qiao.threadfeed;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks twice a second for what was said, lane by lane in the order of their names. Keeps nothing in memory. */
@Component
class ThreadFeedClock {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFeedClock.class);
    private static final int PIECES = 500;

    private final ThreadPass pass;
    private final List<ThreadReader> readers;
    private final ReentrantLock running = new ReentrantLock();

    ThreadFeedClock(ThreadPass pass, List<ThreadReader> readers) {
        this.pass = pass;
        this.readers = readers.stream()
                .sorted(Comparator.comparing(ThreadReader::lane))
                .toList();
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            readers.forEach(this::hear);
        } finally {
            running.unlock();
        }
    }

    private void hear(ThreadReader reader) {
        try {
            int taken;
            do {
                taken = pass.once(reader, PIECES);
            } while (taken == PIECES);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Lane {} has not heard yet what customers said", reader.lane(), e);
        } catch (RuntimeException e) { // an edge: one thread keeps no other from its turn
            LOG.warn(
                    "Lane {} goes on thread by thread: {}",
                    reader.lane(),
                    e.getClass().getName());
            hearOneByOne(reader);
        }
    }

    /** As far as one pass goes. What fails by itself is left out: it would fail for ever, and hold up every company. */
    private void hearOneByOne(ThreadReader reader) {
        for (int i = 0; i < PIECES; i++) {
            try {
                if (pass.once(reader, 1) == 0) {
                    return;
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Lane {} has not heard yet what customers said", reader.lane(), e);
                return;
            } catch (RuntimeException e) { // an edge, as above
                LOG.error("Lane {} leaves out what was said in {}", reader.lane(), pass.leaveOut(reader), e);
            }
        }
    }
}
