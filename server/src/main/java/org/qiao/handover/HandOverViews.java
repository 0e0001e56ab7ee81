package org.qiao.handover;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Hand-overs as people see them. */
@Component
class HandOverViews {

    private final Members members;
    private final Customers customers;
    private final HandOverRules rules;
    private final Standing standing;

    HandOverViews(Members members, Customers customers, HandOverRules rules, Standing standing) {
        this.members = members;
        this.customers = customers;
        this.rules = rules;
        this.standing = standing;
    }

    /**
     * A hand-over.
     *
     * @param toRelationId the relation it made, once it is done
     * @param dueAt when it happens unless the customer refuses
     * @param undoUntil while it can be undone by time; null: it cannot
     * @param mayCancel the actor may take it back while it waits
     * @param mayUndo the actor may undo it, if nothing has happened since
     */
    record HandOverView(
            long id,
            HandOverKind kind,
            HandOverState state,
            @Nullable CancelReason reason,
            CustomerCard customer,
            long relationId,
            @Nullable Long toRelationId,
            Card from,
            Card to,
            Card startedBy,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            HistoryAnswer history,
            @Nullable Instant undoUntil,
            boolean mayCancel,
            boolean mayUndo) {}

    List<HandOverView> of(Actor actor, Collection<HandOver> some) {
        Map<Long, Card> people = members.cardsById(
                actor,
                some.stream()
                        .flatMap(one -> Stream.of(one.fromId(), one.toId(), one.startedBy()))
                        .distinct()
                        .toList());
        Map<Long, CustomerCard> names = customers.cardsById(
                actor.orgId(), some.stream().map(HandOver::customerId).toList());
        HandOverSettings settings = rules.settings(actor.orgId());
        Set<Long> managed = standing.managed(actor);
        return some.stream()
                .map(one -> {
                    boolean may = Standing.includes(managed, one.fromId()) || one.startedBy() == actor.principalId();
                    return view(one, people, Objects.requireNonNull(names.get(one.customerId())), settings, may);
                })
                .toList();
    }

    private static HandOverView view(
            HandOver one, Map<Long, Card> people, CustomerCard customer, HandOverSettings settings, boolean may) {
        Instant ended = one.endedAt();
        Instant until = one.isDone() && ended != null ? ended.plus(settings.undo()) : null;
        return new HandOverView(
                one.id(),
                one.kind(),
                one.state(),
                one.reason(),
                customer,
                one.relationId(),
                one.toRelationId(),
                Objects.requireNonNull(people.get(one.fromId())),
                Objects.requireNonNull(people.get(one.toId())),
                Objects.requireNonNull(people.get(one.startedBy())),
                one.startedAt(),
                one.dueAt(),
                ended,
                one.history(),
                until,
                may && one.isWaiting(),
                may && one.isDone());
    }
}
