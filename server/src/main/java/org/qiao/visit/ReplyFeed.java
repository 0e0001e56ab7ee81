package org.qiao.visit;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.qiao.customer.CustomerRelations;
import org.qiao.messaging.OutboxReader;
import org.springframework.stereotype.Component;

/** Notes what was said in customers' threads, in the transaction that removes it from the log's outbox: nothing can be missed. */
@Component
class ReplyFeed implements OutboxReader {

    private final ReplyStore store;
    private final CustomerRelations relations;
    private final Clock clock;

    ReplyFeed(ReplyStore store, CustomerRelations relations, Clock clock) {
        this.store = store;
        this.relations = relations;
        this.clock = clock;
    }

    /** One look at an index, whatever was committed, and nothing more where no customer is served. */
    @Override
    public void moved(List<Stretch> stretches) {
        Set<Long> threads = relations.threadsAmong(stretches);
        List<Stretch> said = stretches.stream()
                .filter(stretch -> threads.contains(stretch.conversationId()))
                .toList();
        if (!said.isEmpty()) {
            store.add(said, clock.instant());
        }
    }
}
