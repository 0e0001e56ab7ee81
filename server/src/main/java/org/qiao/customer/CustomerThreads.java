package org.qiao.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.directory.Members;
import org.qiao.messaging.CustomerConversations;
import org.qiao.platform.FaultPoints;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The thread of each relation: made after the relation is committed, closed and opened with it. Whatever happens in between, the events
 * of the relations bring it about later; every step may be repeated.
 */
@Service
public class CustomerThreads {

    private final RelationStore store;
    private final CustomerConversations conversations;
    private final Members members;
    private final CustomerRelations relations;

    CustomerThreads(
            RelationStore store, CustomerConversations conversations, Members members, CustomerRelations relations) {
        this.store = store;
        this.conversations = conversations;
        this.members = members;
        this.relations = relations;
    }

    /**
     * The relation's thread, made when it is missing. Only after the relation is committed, and in no transaction: the thread is made in
     * one of its own, and whoever holds a connection while he waits for another can starve everybody.
     *
     * @return empty when the employee is not there any more: a hand-over will bring somebody
     */
    public Optional<Long> ensure(long orgId, long relationId) {
        CustomerRelation relation = store.find(orgId, relationId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        Long known = relation.conversationId();
        if (known != null) {
            return Optional.of(known);
        }
        if (members.present(orgId, Set.of(relation.memberId())).isEmpty()) {
            return Optional.empty();
        }
        long made = conversations.open(orgId, relation.customerId(), relation.memberId(), "relation-" + relationId);
        FaultPoints.reached("customer.thread");
        relations.setThread(relation, made);
        return Optional.of(made);
    }

    /** The thread as {@link #ensure}, open for writing, also when it is an older one that was closed. */
    public Optional<Long> ready(long orgId, long relationId) {
        Optional<CustomerRelation> relation = store.find(orgId, relationId);
        boolean had = relation.map(CustomerRelation::conversationId).isPresent();
        Optional<Long> thread = ensure(orgId, relationId);
        if (had) {
            settle(orgId, relationId);
        }
        return thread;
    }

    @Async
    @TransactionalEventListener
    void on(RelationOpened opened) {
        ready(opened.orgId(), opened.relationId());
    }

    @Async
    @TransactionalEventListener
    void on(RelationClosed closed) {
        settle(closed.orgId(), closed.relationId());
    }

    /** Nobody can write in a thread that belongs to no open relation. Looks again after it was done: two of these may run at once. */
    private void settle(long orgId, long relationId) {
        Long thread = store.find(orgId, relationId)
                .map(CustomerRelation::conversationId)
                .orElse(null);
        if (thread == null) {
            return;
        }
        boolean open = isOpen(orgId, thread);
        boolean done = false;
        while (!done) {
            conversations.setClosed(orgId, thread, !open);
            boolean now = isOpen(orgId, thread);
            done = now == open;
            open = now;
        }
    }

    private boolean isOpen(long orgId, long thread) {
        return store.ofConversations(orgId, List.of(thread)).stream().anyMatch(CustomerRelation::isOpen);
    }
}
