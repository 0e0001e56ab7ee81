package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerMergeStore.Merge;
import org.qiao.customer.CustomerMergeStore.Moved;
import org.qiao.customer.CustomerMergeStore.Pair;
import org.qiao.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins two contacts that are one person, which only a key that he has proved can show, and takes them apart again. Relations, devices
 * and keys move to the kept one; the timeline stays where it was written and is read together. Threads follow after the commit.
 */
@Service
public class CustomerMerges {

    private final CustomerMergeStore store;
    private final CustomerStore customers;
    private final RelationStore relations;
    private final CustomerRelations relating;
    private final CustomerEvents timeline;
    private final Seats seats;
    private final Clock clock;

    CustomerMerges(
            CustomerMergeStore store,
            CustomerStore customers,
            RelationStore relations,
            CustomerRelations relating,
            CustomerEvents timeline,
            Seats seats,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.relations = relations;
        this.relating = relating;
        this.timeline = timeline;
        this.seats = seats;
        this.clock = clock;
    }

    /** What other modules do with the two. */
    @Component
    record Seats(Guests guests, CustomerAccess access, ApplicationEventPublisher events) {}

    /**
     * In the caller's transaction: the one contact is the other from now on.
     *
     * @param byId a member; null: the customer himself, by proving a key
     * @return the merge, see {@link CustomerThreadMoves#settle}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long merge(long orgId, long goneId, long keptId, @Nullable Long byId) {
        List<Customer> both = customers.lock(orgId, List.of(goneId, keptId));
        boolean sound = both.size() == 2
                && both.stream()
                        .allMatch(customer ->
                                customer.mergedInto() == null && !customer.isBlocked() && !customer.isErased());
        if (!sound) {
            throw CustomerProblem.NOT_MERGEABLE.problem();
        }
        List<Long> closed = closeTwins(orgId, goneId, keptId, byId);
        List<Long> moved = relations.idsOfCustomer(orgId, goneId);
        relations.move(orgId, moved, goneId, keptId);
        List<CustomerKey> keys = keys(orgId, goneId);
        customers.moveKeys(orgId, goneId, keptId);
        List<Long> sessions = seats.guests().moveSessions(orgId, goneId, keptId);
        customers.setMerged(orgId, goneId, keptId);
        customers.setLevel(orgId, keptId, CustomerLevel.of(keys(orgId, keptId)));
        Pair pair = new Pair(keptId, goneId);
        long id = store.insert(orgId, pair, new Moved(moved, closed, sessions, keys), byId, clock.instant());
        timeline.add(orgId, keptId, NewEvent.of("MERGED", byId).with(Map.of("gone", goneId, "merge", id)));
        seats.events().publishEvent(new CustomersMerged(orgId, id, keptId, goneId, false));
        return id;
    }

    /** Two open relations with one employee cannot be one person's: the kept contact's stays, unless only the other one has a thread. */
    private List<Long> closeTwins(long orgId, long goneId, long keptId, @Nullable Long byId) {
        List<Long> closed = new ArrayList<>();
        for (CustomerRelation relation : relations.ofCustomer(orgId, goneId)) {
            Optional<CustomerRelation> twin =
                    relation.isOpen() ? relations.openOfPair(orgId, keptId, relation.memberId()) : Optional.empty();
            if (twin.isPresent()) {
                boolean quiet = CustomerThreads.isQuiet(twin.get()) && !CustomerThreads.isQuiet(relation);
                CustomerRelation over = quiet ? twin.get() : relation;
                if (quiet) {
                    relations.setRemark(
                            orgId,
                            relation.id(),
                            relation.remark().or(twin.get().remark()));
                }
                relating.close(orgId, over.id(), RelationEnd.MERGED, byId);
                closed.add(over.id());
            }
        }
        return closed;
    }

    private List<CustomerKey> keys(long orgId, long id) {
        return customers.keys(orgId, List.of(id)).stream()
                .map(CustomerStore.OwnedKey::key)
                .toList();
    }

    /**
     * Takes two contacts apart again, exactly as they were, by whoever may look at them. Of several steps the last one goes first: what
     * the kept one had is a third's by then.
     */
    @Transactional
    public void undo(Actor actor, long mergeId) {
        long orgId = actor.orgId();
        Merge seen = store.find(orgId, mergeId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        seats.access().require(actor, seen.pair().keptId());
        List<Customer> both =
                customers.lock(orgId, List.of(seen.pair().keptId(), seen.pair().goneId()));
        if (both.stream().anyMatch(Customer::isErased)) {
            throw CustomerProblem.ERASED.problem();
        }
        boolean further = both.stream().anyMatch(one -> one.id() == seen.pair().keptId() && one.mergedInto() != null);
        Merge merge = store.lock(orgId, mergeId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        if (merge.undoneAt() != null || further) {
            throw CustomerProblem.MERGE_OVER.problem();
        }
        long kept = merge.pair().keptId();
        long gone = merge.pair().goneId();
        customers.setMerged(orgId, gone, null);
        relations.move(orgId, goingBack(orgId, merge), kept, gone);
        merge.moved().closed().forEach(id -> relating.reopen(orgId, id, actor.principalId()));
        merge.moved().keys().forEach(key -> customers.moveKey(orgId, kept, gone, key));
        seats.guests().moveSessions(orgId, kept, gone, merge.moved().sessions());
        customers.setLevel(orgId, kept, CustomerLevel.of(keys(orgId, kept)));
        customers.setLevel(orgId, gone, CustomerLevel.of(keys(orgId, gone)));
        store.undo(orgId, mergeId, actor.principalId(), clock.instant());
        timeline.add(
                orgId, kept, NewEvent.of("UNMERGED", actor.principalId()).with(Map.of("gone", gone, "merge", mergeId)));
        seats.events().publishEvent(new CustomersMerged(orgId, mergeId, kept, gone, true));
    }

    /** What was moved, and what became of its threads since: whoever was handed on meanwhile keeps the one who serves him now. */
    private Set<Long> goingBack(long orgId, Merge merge) {
        Set<Long> back = new HashSet<>(merge.moved().relations());
        Set<Long> threads = relations.findAll(orgId, back).stream()
                .map(CustomerRelation::conversationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        relations.ofConversations(orgId, threads).forEach(relation -> back.add(relation.id()));
        return back;
    }

    /** What was joined into a customer, newest first, for whoever may look at him. */
    @Transactional(readOnly = true)
    public List<MergeView> list(Actor actor, long customerId) {
        Customer customer = seats.access().require(actor, customerId);
        return store.list(actor.orgId(), customer.id()).stream()
                .map(merge -> new MergeView(
                        merge.id(), merge.pair().goneId(), merge.at(), merge.by() == null, merge.undoneAt() != null))
                .toList();
    }

    /** @param byCustomer he proved himself that he is the same */
    public record MergeView(long id, long goneId, Instant at, boolean byCustomer, boolean undone) {}
}
