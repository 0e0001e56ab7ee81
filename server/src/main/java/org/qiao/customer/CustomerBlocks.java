package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers whom the company does not talk to: their devices are shut out, their relations closed; all of it can be undone. */
@Service
public class CustomerBlocks {

    private final CustomerStore store;
    private final CustomerAccess access;
    private final CustomerRelations relations;
    private final CustomerEvents timeline;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerBlocks(
            CustomerStore store,
            CustomerAccess access,
            CustomerRelations relations,
            CustomerEvents timeline,
            Guests guests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.relations = relations;
        this.timeline = timeline;
        this.guests = guests;
        this.events = events;
        this.clock = clock;
    }

    /** By whoever may look at him. A repeat changes nothing. */
    @Transactional
    public void block(Actor actor, long customerId, String reason) {
        long id = access.require(actor, customerId).id();
        Customer customer = store.lock(actor.orgId(), List.of(id)).getFirst();
        if (customer.isBlocked()) {
            return;
        }
        store.setBlocked(actor.orgId(), id, actor.principalId(), clock.instant());
        relations.ofCustomer(actor.orgId(), id).stream()
                .filter(CustomerRelation::isOpen)
                .forEach(relation ->
                        relations.close(actor.orgId(), relation.id(), RelationEnd.BLOCKED, actor.principalId()));
        guests.setEnabled(actor.orgId(), id, false);
        timeline.add(
                actor.orgId(), id, NewEvent.of("BLOCKED", actor.principalId()).with(Map.of("reason", reason)));
        events.publishEvent(new CustomerChanged(actor.orgId(), id));
    }

    /** By whoever blocked him, and by administrators: what the blocking closed is open again. */
    @Transactional
    public void unblock(Actor actor, long customerId) {
        Customer customer = store.lock(actor.orgId(), List.of(customerId)).stream()
                .findFirst()
                .orElseThrow(CustomerProblem.NOT_FOUND::problem);
        boolean mine = store.blocker(actor.orgId(), customerId)
                .filter(by -> by == actor.principalId())
                .isPresent();
        if (!mine && !actor.isAdmin()) {
            access.require(actor, customerId);
            throw CustomerProblem.NOT_ALLOWED.problem();
        }
        if (!customer.isBlocked()) {
            throw CustomerProblem.NOT_BLOCKED.problem();
        }
        store.setBlocked(actor.orgId(), customerId, null, null);
        guests.setEnabled(actor.orgId(), customerId, true);
        relations.ofCustomer(actor.orgId(), customerId).stream()
                .filter(relation -> wasClosedBy(relation, customer))
                .forEach(relation -> relations.reopen(actor.orgId(), relation.id(), actor.principalId()));
        timeline.add(actor.orgId(), customerId, NewEvent.of("UNBLOCKED", actor.principalId()));
        events.publishEvent(new CustomerChanged(actor.orgId(), customerId));
    }

    private static boolean wasClosedBy(CustomerRelation relation, Customer customer) {
        Instant blocked = customer.blockedAt();
        Instant closed = relation.closedAt();
        return relation.endReason() == RelationEnd.BLOCKED
                && blocked != null
                && closed != null
                && !closed.isBefore(blocked);
    }

    /** For administrators, newest contacts first. */
    @Transactional(readOnly = true)
    public Page<CustomerCard> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        CustomerRules.requireAdmin(actor);
        int size = Limits.page(limit);
        return Page.cut(
                        store.blocked(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                        size,
                        customer -> Long.toString(customer.id()))
                .map(CustomerCard::of);
    }
}
