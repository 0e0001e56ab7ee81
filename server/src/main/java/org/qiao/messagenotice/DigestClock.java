package org.qiao.messagenotice;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every five seconds whether a company's digests are due, and serves them page by page, each in its own transaction. */
@Component
class DigestClock {

    private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);

    private final Digests digests;
    private final ReentrantLock running = new ReentrantLock();

    DigestClock(Digests digests) {
        this.digests = digests;
    }

    @Scheduled(fixedDelay = 5_000)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is due
        }
        try {
            serveAll();
        } catch (RuntimeException e) { // an edge: five seconds later is another try
            LOG.warn("Digests that were due were not made: {}", e.getClass().getName(), e);
        } finally {
            running.unlock();
        }
    }

    /** A company that cannot be served is passed by until the next look: it does not keep the others. */
    private void serveAll() {
        Set<Long> passed = new HashSet<>();
        Optional<Long> orgId = digests.due(passed);
        while (orgId.isPresent()) {
            if (!isServed(orgId.get())) {
                passed.add(orgId.get());
            }
            orgId = digests.due(passed);
        }
    }

    private boolean isServed(long orgId) {
        try {
            return digests.once(orgId);
        } catch (RuntimeException e) { // an edge: the other companies still want their turn
            LOG.warn(
                    "The digests of company {} cannot be made: {}",
                    orgId,
                    e.getClass().getName(),
                    e);
            return false;
        }
    }
}
