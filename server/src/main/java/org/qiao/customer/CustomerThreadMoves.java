package org.qiao.customer;

import java.util.List;
import java.util.Objects;
import org.qiao.messaging.CustomerConversations;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/** Threads follow when contacts are joined or taken apart: who sits in one is the contact that its relation belongs to. */
@Service
public class CustomerThreadMoves {

    private final CustomerMergeStore store;
    private final RelationStore relations;
    private final CustomerConversations conversations;

    CustomerThreadMoves(CustomerMergeStore store, RelationStore relations, CustomerConversations conversations) {
        this.store = store;
        this.relations = relations;
        this.conversations = conversations;
    }

    @Async
    @TransactionalEventListener
    void on(CustomersMerged merged) {
        settle(merged.orgId(), merged.mergeId());
    }

    /** After the merge is committed; may be repeated. */
    public void settle(long orgId, long mergeId) {
        CustomerMergeStore.Merge merge = store.find(orgId, mergeId).orElseThrow();
        long kept = merge.pair().keptId();
        long gone = merge.pair().goneId();
        List<Long> threads = relations.findAll(orgId, merge.moved().relations()).stream()
                .map(CustomerRelation::conversationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean undone = merge.undoneAt() != null;
        for (Long thread : threads) {
            conversations.moveCustomer(orgId, thread, undone ? kept : gone, undone ? gone : kept);
        }
    }
}
