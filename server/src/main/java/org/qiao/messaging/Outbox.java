package org.qiao.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.qiao.platform.FaultPoints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets batches once they are fanned out, many in one statement, and hands what was in them to whoever must not miss it. */
@Component
class Outbox {

    private static final int DELETED_AT_ONCE = 5_000;

    private final OutboxStore store;
    private final ObjectProvider<OutboxReader> readers;
    private final TransactionTemplate transaction;
    private final ConcurrentLinkedQueue<Long> done = new ConcurrentLinkedQueue<>();

    Outbox(
            OutboxStore store,
            ObjectProvider<OutboxReader> readers,
            PlatformTransactionManager transactions,
            MessagingMetrics metrics) {
        this.store = store;
        this.readers = readers; // asked late: they depend on this module
        this.transaction = new TransactionTemplate(transactions);
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
            transaction.executeWithoutResult(status -> {
                List<OutboxReader.Stretch> stretches = store.delete(ids);
                readers.forEach(reader -> reader.moved(stretches));
            });
        } catch (RuntimeException e) {
            done.addAll(ids);
            throw e;
        }
    }
}
