package org.qiao.customercare;

import java.util.List;
import java.util.Set;
import org.qiao.customer.CustomerRelations;
import org.qiao.messaging.OutboxReader;
import org.springframework.stereotype.Component;

/** Notes threads in which something was said, in the transaction that removes it from the log's outbox: nothing can be missed. */
@Component
class CareFeed implements OutboxReader {

    private final CareFeedStore store;
    private final CustomerRelations relations;

    CareFeed(CareFeedStore store, CustomerRelations relations) {
        this.store = store;
        this.relations = relations;
    }

    /** One look at an index, whatever was committed, and nothing more where no customer is served. */
    @Override
    public void moved(List<Stretch> stretches) {
        Set<Long> threads = relations.threadsAmong(stretches);
        store.add(stretches.stream()
                .filter(stretch -> threads.contains(stretch.conversationId()))
                .toList());
    }
}
