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
        CustomerRelation relation = get(orgId, relationId);
        Long known = relation.conversationId();
        return known == null ? make(relation) : Optional.of(known);
    }

    /** The thread as {@link #ensure}, open for writing, also when it is an older one that was closed. */
    public Optional<Long> ready(long orgId, long relationId) {
        CustomerRelation relation = get(orgId, relationId);
        Long known = relation.conversationId();
        if (known == null) {
            return make(relation);
        }
        settle(orgId, known);
        return Optional.of(known);
    }

    private CustomerRelation get(long orgId, long relationId) {
        return store.find(orgId, relationId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
    }

    private Optional<Long> make(CustomerRelation relation) {
        long orgId = relation.orgId();
        if (members.present(orgId, Set.of(relation.memberId())).isEmpty()) {
            return Optional.empty();
        }
        long made = conversations.open(orgId, relation.customerId(), relation.memberId(), "relation-" + relation.id());
        FaultPoints.reached("customer.thread");
        relations.setThread(relation, made);
        return Optional.of(made);
    }

    @Async
    @TransactionalEventListener
    void on(RelationOpened opened) {
        if (!isQuiet(get(opened.orgId(), opened.relationId()))) {
            ready(opened.orgId(), opened.relationId());
        }
    }

    /** Somebody who is only written down: his thread is made when he comes, or when somebody has something to say to him. */
    public static boolean isQuiet(CustomerRelation relation) {
        return relation.addWay() == AddWay.IMPORTED && relation.conversationId() == null;
    }

    @Async
    @TransactionalEventListener
    void on(RelationClosed closed) {
        store.find(closed.orgId(), closed.relationId())
                .map(CustomerRelation::conversationId)
                .ifPresent(thread -> settle(closed.orgId(), thread));
    }

    /** Who was only written down has come: whoever serves him can write to him now. */
    @Async
    @TransactionalEventListener(condition = "!#merged.undone()")
    void on(CustomersMerged merged) {
        store.ofCustomer(merged.orgId(), merged.keptId()).stream()
                .filter(relation -> relation.isOpen() && relation.conversationId() == null)
                .forEach(relation -> ready(merged.orgId(), relation.id()));
    }

    /** Nobody can write in a thread that belongs to no open relation. Looks again after it was done: two of these may run at once. */
    private void settle(long orgId, long thread) {
        boolean open;
        do {
            open = isOpen(orgId, thread);
            conversations.setClosed(orgId, thread, !open);
        } while (isOpen(orgId, thread) != open);
    }

    private boolean isOpen(long orgId, long thread) {
        return store.ofConversations(orgId, List.of(thread)).stream().anyMatch(CustomerRelation::isOpen);
    }
}
