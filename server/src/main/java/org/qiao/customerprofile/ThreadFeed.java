package org.qiao.customerprofile;

import java.util.List;
import org.qiao.messaging.OutboxReader;
import org.springframework.stereotype.Component;

/** Writes down that somebody wrote in a customer's thread, in the transaction that takes it from the outbox: one statement. */
@Component
class ThreadFeed implements OutboxReader {

    private final ThreadFeedStore store;

    ThreadFeed(ThreadFeedStore store) {
        this.store = store;
    }

    @Override
    public void moved(List<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            store.add(stretches);
        }
    }
}
