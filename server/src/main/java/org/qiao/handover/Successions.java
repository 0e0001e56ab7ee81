package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerHandedOver;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NextServer;
import org.qiao.customer.RelationEnd;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverStore.Ending;
import org.qiao.handover.HandOverStore.NewHandOver;
import org.qiao.handover.HandOverStore.Taken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One customer goes to somebody else, or back: the relation, what is on record of it, and the event by which the rest follows. Always
 * in the caller's transaction, in which everything has been checked; customer.member_full when the next one filled up meanwhile.
 */
@Component
class Successions {

    private final HandOverStore store;
    private final CustomerRelations relations;
    private final CustomerEvents timeline;
    private final HandOverAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Successions(
            HandOverStore store,
            CustomerRelations relations,
            CustomerEvents timeline,
            HandOverAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.relations = relations;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** One that waited happens: nobody has refused it. The caller holds its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fulfil(HandOver waiting, boolean remark) {
        CustomerRelation relation =
                relations.find(waiting.orgId(), waiting.relationId()).orElseThrow();
        Taken taken = pass(relation, new NextServer(waiting.toId(), remark, null), null);
        HandOver done = store.done(waiting, taken, clock.instant())
                .orElseThrow(() -> new IllegalStateException("A hand-over changed under its lock: " + waiting.id()));
        tell(done, null);
    }

    /** Whoever served is gone: at once. What waited for the customer's answer is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long giveAway(CustomerRelation relation, NewHandOver wanted, boolean remark, @Nullable Long runId) {
        store.waitingOf(relation.orgId(), List.of(relation.customerId())).stream()
                .filter(waiting -> waiting.relationId() == relation.id())
                .forEach(waiting -> end(waiting, Ending.cancelled(CancelReason.REPLACED, wanted.startedBy())));
        Taken taken = pass(relation, new NextServer(wanted.toId(), remark, wanted.startedBy()), runId);
        HandOver done = store.insertDone(wanted, taken, clock.instant());
        tell(done, wanted.startedBy());
        return done.id();
    }

    private Taken pass(CustomerRelation relation, NextServer next, @Nullable Long runId) {
        boolean joined = relations
                .findOpen(relation.orgId(), relation.customerId(), next.memberId())
                .isPresent();
        CustomerRelation after = relations.handOver(relation.orgId(), relation.id(), next);
        return new Taken(after.id(), joined, runId);
    }

    private void tell(HandOver done, @Nullable Long actorId) {
        note(done, "HANDED_OVER", actorId);
        audit.record(Entry.of(done, AuditKind.DONE, actorId));
        publish(done, false);
    }

    /** One that waits ends without happening. False: it has ended already. The caller holds its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(HandOver waiting, Ending ending) {
        Instant now = clock.instant();
        if (!store.end(waiting, ending, now)) {
            return false;
        }
        CancelReason reason = ending.reason();
        AuditKind kind = AuditKind.valueOf(ending.state().name());
        timeline.add(
                waiting.orgId(),
                waiting.customerId(),
                NewEvent.of("HANDOVER_" + kind, ending.by())
                        .about(waiting.relationId())
                        .with(Map.of(
                                "from",
                                waiting.fromId(),
                                "to",
                                waiting.toId(),
                                "reason",
                                reason == null ? "" : reason)));
        audit.record(Entry.of(waiting, kind, ending.by()));
        return true;
    }

    /** Everything is as it was: the old relation is open again, the new one closed, unless it was there before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(HandOver done, long toRelationId, long actorId) {
        if (!done.joined()) {
            relations.close(done.orgId(), toRelationId, RelationEnd.HANDED_OVER, actorId);
        }
        boolean open = relations.reopen(done.orgId(), done.relationId(), actorId);
        if (!open || !store.undo(done, actorId, clock.instant())) {
            throw HandoverProblem.NOT_UNDOABLE.problem();
        }
        note(done, "HANDOVER_UNDONE", actorId);
        audit.record(Entry.of(done, AuditKind.UNDONE, actorId));
        publish(done, true);
    }

    private void note(HandOver transfer, String kind, @Nullable Long actorId) {
        Long to = transfer.toRelationId();
        timeline.add(
                transfer.orgId(),
                transfer.customerId(),
                NewEvent.of(kind, actorId)
                        .about(to == null ? transfer.relationId() : to)
                        .with(Map.of("from", transfer.fromId(), "to", transfer.toId(), "kind", transfer.kind())));
    }

    private void publish(HandOver transfer, boolean undone) {
        Long to = transfer.toRelationId();
        if (to == null) {
            throw new IllegalStateException("Done without a relation: " + transfer.id());
        }
        events.publishEvent(new CustomerHandedOver(
                transfer.orgId(),
                transfer.id(),
                transfer.customerId(),
                transfer.relationId(),
                to,
                transfer.fromId(),
                transfer.toId(),
                transfer.tags(),
                undone));
    }
}
