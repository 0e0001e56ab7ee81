package org.qiao.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.directory.Members;
import org.qiao.messaging.CustomerConversations;
import org.qiao.platform.FaultPoints;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The thread of each relation: made after the relation is committed, closed and opened with it. Whatever happens in between, the events
 * of the relations bring it about later; every step may be repeated.
 */
@Service
public class CustomerThreads {

    private final RelationStore store;
    private final CustomerConversations conversations;
    private final Members members;

    CustomerThreads(RelationStore store, CustomerConversations conversations, Members members) {
        this.store = store;
        this.conversations = conversations;
        this.members = members;
    }

    /**
     * The relation's thread, made when it is missing. Only after the relation is committed.
     *
     * @return empty when the employee is not there any more: a hand-over will bring somebody
     */
    @Transactional
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
        store.setConversation(orgId, relationId, made);
        return Optional.of(made);
    }

    @ApplicationModuleListener
    void on(RelationOpened opened) {
        ensure(opened.orgId(), opened.relationId());
        settle(opened.orgId(), opened.relationId());
    }

    @ApplicationModuleListener
    void on(RelationClosed closed) {
        settle(closed.orgId(), closed.relationId());
    }

    /** Nobody can write in a thread that belongs to no open relation. The relation's row makes two of these take turns. */
    private void settle(long orgId, long relationId) {
        Optional<CustomerRelation> relation = store.lock(orgId, relationId);
        Long conversation = relation.map(CustomerRelation::conversationId).orElse(null);
        if (conversation != null) {
            boolean open =
                    store.ofConversations(orgId, List.of(conversation)).stream().anyMatch(CustomerRelation::isOpen);
            conversations.setClosed(orgId, conversation, !open);
        }
    }
}
