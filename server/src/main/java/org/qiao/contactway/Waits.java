package org.qiao.contactway;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's side of customers who wait: accept, refuse, take, give to somebody. */
@Service
class Waits {

    private final WaitStore store;
    private final ContactWayStore ways;
    private final Arrivals arrivals;
    private final Customers customers;
    private final CustomerRules rules;
    private final CustomerEvents timeline;
    private final Clock clock;

    Waits(
            WaitStore store,
            ContactWayStore ways,
            Arrivals arrivals,
            Customers customers,
            CustomerRules rules,
            CustomerEvents timeline,
            Clock clock) {
        this.store = store;
        this.ways = ways;
        this.arrivals = arrivals;
        this.customers = customers;
        this.rules = rules;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A customer who waits, for whoever may take him.
     *
     * @param mine he waits for the actor's acceptance
     */
    record WaitLine(
            long id,
            CustomerCard customer,
            long wayId,
            String wayTitle,
            Wait.Reason reason,
            boolean mine,
            Instant since) {}

    /** The longest first: administrators see all, others what waits for them or in their codes. */
    @Transactional(readOnly = true)
    public Page<WaitLine> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<Wait> page =
                Page.cut(store.list(actor, Limits.key(after, 0), size + 1), size, wait -> Long.toString(wait.id()));
        Map<Long, CustomerCard> cards = customers.cardsById(
                actor.orgId(), page.items().stream().map(Wait::customerId).toList());
        Map<Long, ContactWay> codes =
                ways
                        .findAll(
                                actor.orgId(),
                                page.items().stream()
                                        .map(Wait::wayId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ContactWay::id, way -> way));
        return page.map(wait -> new WaitLine(
                wait.id(),
                Objects.requireNonNull(cards.get(wait.customerId())),
                wait.wayId(),
                Objects.requireNonNull(codes.get(wait.wayId())).title(),
                wait.reason(),
                Long.valueOf(actor.principalId()).equals(wait.memberId()),
                wait.since()));
    }

    /**
     * Accepts, or takes somebody who was given to nobody.
     *
     * @param memberId who shall serve; null: the actor. Others only by administrators and whoever leads them
     */
    @Transactional
    public CustomerRelation take(Actor actor, long id, @Nullable Long memberId) {
        Wait wait = require(actor, id);
        long taker = memberId == null ? actor.principalId() : memberId;
        boolean mayGive = taker == actor.principalId()
                || actor.isAdmin()
                || customers.ledBy(actor).contains(taker);
        if (!mayGive) {
            throw ContactwayProblem.NOT_YOUR_PEOPLE.problem();
        }
        if (rules.eligible(actor.orgId(), Set.of(taker)).isEmpty()) {
            throw ContactwayProblem.NOT_ABLE.problem();
        }
        return arrivals.take(way(wait), id, taker, actor.principalId());
    }

    /** Ends a wait; one that was for acceptance and is refused goes to nobody else. */
    @Transactional
    public void refuse(Actor actor, long id) {
        Wait wait = require(actor, id);
        if (!store.end(wait, Wait.Status.REFUSED, null, actor.principalId(), clock.instant())) {
            throw ContactwayProblem.ALREADY_TAKEN.problem();
        }
        timeline.add(
                actor.orgId(),
                wait.customerId(),
                NewEvent.of("REFUSED", actor.principalId()).with(Map.of("way", wait.wayId())));
    }

    private Wait require(Actor actor, long id) {
        return store.find(actor, id).orElseThrow(ContactwayProblem.NOT_FOUND::problem);
    }

    private ContactWay way(Wait wait) {
        return ways.findAll(wait.orgId(), List.of(wait.wayId())).getFirst();
    }
}
