package org.qiao.handover;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerHandedOver;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerThreads;
import org.qiao.directory.Members;
import org.qiao.handover.Offers.HandOverOffered;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.platform.FaultPoints;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The customer's thread follows a hand-over that is committed: who sits in it, and what is said. Every step may be repeated; what is so
 * now counts, for a hand-over and its undoing may be heard in any order.
 */
@Component
class HandOverThreads {

    private final HandOverStore store;
    private final HandOverRules rules;
    private final CustomerRelations relations;
    private final CustomerThreads threads;
    private final CustomerConversations conversations;
    private final HandOverNews news;
    private final People people;

    HandOverThreads(
            HandOverStore store,
            HandOverRules rules,
            CustomerRelations relations,
            CustomerThreads threads,
            CustomerConversations conversations,
            HandOverNews news,
            People people) {
        this.store = store;
        this.rules = rules;
        this.relations = relations;
        this.threads = threads;
        this.conversations = conversations;
        this.news = news;
        this.people = people;
    }

    /** Names and languages. */
    @Component
    record People(Members members, Guests guests) {

        boolean isThere(long orgId, long memberId) {
            return !members.present(orgId, Set.of(memberId)).isEmpty();
        }

        String name(long orgId, long memberId) {
            return members.cards(orgId, List.of(memberId)).getFirst().name();
        }
    }

    /** The customer agreed that his new contact reads what was said before. */
    record HistoryGiven(long orgId, long handOverId) {}

    @ApplicationModuleListener
    void on(CustomerHandedOver event) {
        FaultPoints.reached("handover.thread");
        // Undoing waits until this is done. Erased meanwhile: there is nothing to do any more.
        store.lock(event.orgId(), event.handOverId()).ifPresent(this::settle);
    }

    private void settle(HandOver transfer) {
        Long thread = thread(transfer);
        if (transfer.isDone()) {
            if (thread != null && people.isThere(transfer.orgId(), transfer.toId())) {
                boolean history = transfer.history() == HistoryAnswer.GIVEN;
                conversations.handOver(transfer.orgId(), thread, transfer.fromId(), transfer.toId(), history);
            }
            greet(transfer);
        } else if (transfer.state() == HandOverState.UNDONE && thread != null && isSeated(transfer, thread)) {
            conversations.handBack(transfer.orgId(), thread, transfer.toId(), transfer.fromId());
        }
        news.served(transfer);
        news.tell(transfer);
    }

    /** Of the relation that is or was handed on; null: it has none yet. */
    private @Nullable Long thread(HandOver transfer) {
        CustomerRelation before =
                relations.find(transfer.orgId(), transfer.relationId()).orElseThrow();
        return before.conversationId();
    }

    private boolean isSeated(HandOver transfer, long thread) {
        return conversations.staffOf(transfer.orgId(), thread).contains(transfer.toId());
    }

    /** What the next one says first, in the thread that he has with the customer from now on. */
    private void greet(HandOver transfer) {
        Long relation = transfer.toRelationId();
        if (transfer.message().isEmpty() || relation == null || !people.isThere(transfer.orgId(), transfer.toId())) {
            return;
        }
        Optional<Long> thread = threads.ensure(transfer.orgId(), relation);
        thread.ifPresent(id -> conversations.say(
                transfer.orgId(), transfer.toId(), Draft.text(id, "handover-" + transfer.id(), transfer.message())));
    }

    /** The customer is told by whoever serves him, in his own language. */
    @ApplicationModuleListener
    void on(HandOverOffered offered) {
        HandOver transfer = store.find(offered.orgId(), offered.handOverId()).orElseThrow();
        Long thread = thread(transfer);
        if (!transfer.isWaiting() || thread == null || !people.isThere(transfer.orgId(), transfer.fromId())) {
            return;
        }
        HandOverWords words = people.guests()
                .find(transfer.orgId(), transfer.customerId())
                .map(face -> HandOverWords.of(face.locale()))
                .orElseThrow();
        String text = words.offer(
                people.name(transfer.orgId(), transfer.toId()),
                rules.settings(transfer.orgId()).answerHours());
        conversations.say(
                transfer.orgId(), transfer.fromId(), Draft.text(thread, "handover-offer-" + transfer.id(), text));
    }

    @ApplicationModuleListener
    void on(HistoryGiven given) {
        HandOver transfer = store.find(given.orgId(), given.handOverId()).orElseThrow();
        Long thread = thread(transfer);
        if (transfer.isDone() && transfer.history() == HistoryAnswer.GIVEN && thread != null) {
            conversations.showHistory(given.orgId(), thread, transfer.toId());
        }
        news.tell(transfer);
    }
}
