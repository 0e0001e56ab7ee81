package org.qiao.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.qiao.platform.FaultPoints;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets batches once they are fanned out, many in one statement. */
@Component
class Outbox {

    private static final int DELETED_AT_ONCE = 5_000;

    private final OutboxStore store;
    private final ConcurrentLinkedQueue<Long> done = new ConcurrentLinkedQueue<>();

    Outbox(OutboxStore store, MessagingMetrics metrics) {
        this.store = store;
        metrics.watchOutbox(done::size);
    }

    /** Fanned out. Bounded by the database: every id stands for a committed batch. */
    void done(long id) {
        done.add(id);
    }

    @Scheduled(fixedDelay = 500)
    synchronized void forget() {
        List<Long> ids = new ArrayList<>();
        Long id;
        while (ids.size() < DELETED_AT_ONCE && (id = done.poll()) != null) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return;
        }
        FaultPoints.reached("outbox.forget");
        try {
            store.delete(ids);
        } catch (RuntimeException e) {
            done.addAll(ids);
            throw e;
        }
    }
}
