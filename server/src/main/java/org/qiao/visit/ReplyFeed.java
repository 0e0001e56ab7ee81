package org.qiao.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.CustomerRelation;
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

    /** One look at an index for each company, and nothing more where no customer is served. */
    @Override
    public void moved(List<Stretch> stretches) {
        Instant now = clock.instant();
        Map<Long, List<Stretch>> companies = stretches.stream().collect(Collectors.groupingBy(Stretch::orgId));
        companies.forEach((orgId, some) -> {
            Set<Long> threads = new HashSet<>();
            relations
                    .ofConversations(
                            orgId,
                            some.stream()
                                    .map(Stretch::conversationId)
                                    .distinct()
                                    .toList())
                    .stream()
                    .map(CustomerRelation::conversationId)
                    .forEach(threads::add);
            some.stream()
                    .filter(stretch -> threads.contains(stretch.conversationId()))
                    .forEach(stretch -> store.add(stretch, now));
        });
    }
}
