package org.qiao.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverStore.Ending;
import org.qiao.handover.HandOverThreads.HistoryGiven;
import org.qiao.platform.Actor;
import org.qiao.reminder.Reminders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer is asked about, and what he answers. */
@Service
class GuestHandOvers {

    /** So long after it happened the page asks whether the new contact may read what was said before. */
    private static final Duration ASKED_FOR = Duration.ofDays(30);

    private static final int MOST = 50;

    private final HandOverStore store;
    private final HandOverListStore lists;
    private final Successions successions;
    private final Customers customers;
    private final Persons persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GuestHandOvers(
            HandOverStore store,
            HandOverListStore lists,
            Successions successions,
            Customers customers,
            Persons persons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.successions = successions;
        this.customers = customers;
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component
    record Persons(
            Members members,
            CustomerRelations relations,
            Reminders reminders,
            HandOverAudit audit,
            HandOverNews news) {}

    /**
     * Something the customer may decide.
     *
     * @param relationId the thread's at this moment
     * @param from who served or serves, by name
     * @param until so long it can be refused; null: it cannot
     * @param history ASKED: the page asks
     */
    record VisitHandOver(
            long id,
            HandOverState state,
            long relationId,
            @Nullable Long conversationId,
            String from,
            String to,
            @Nullable Instant until,
            HistoryAnswer history) {}

    record VisitHandOvers(List<VisitHandOver> items) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public VisitHandOvers list(Guest guest) {
        Instant since = clock.instant().minus(ASKED_FOR);
        List<HandOver> some = lists.ofGuest(guest.orgId(), family(guest), since, MOST);
        Map<Long, String> names = persons
                .members()
                .cards(
                        guest.orgId(),
                        some.stream()
                                .flatMap(one -> Stream.of(one.fromId(), one.toId()))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Card::id, Card::name));
        Map<Long, CustomerRelation> served =
                persons
                        .relations()
                        .findAll(
                                guest.orgId(),
                                some.stream().map(GuestHandOvers::now).toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerRelation::id, Function.identity()));
        return new VisitHandOvers(some.stream()
                .map(one -> new VisitHandOver(
                        one.id(),
                        one.state(),
                        now(one),
                        Objects.requireNonNull(served.get(now(one))).conversationId(),
                        Objects.requireNonNull(names.get(one.fromId())),
                        Objects.requireNonNull(names.get(one.toId())),
                        one.isWaiting() ? one.dueAt() : null,
                        one.history()))
                .toList());
    }

    private static long now(HandOver one) {
        Long to = one.toRelationId();
        return to == null ? one.relationId() : to;
    }

    private Set<Long> family(Guest guest) {
        return Set.copyOf(customers.family(guest.orgId(), guest.id()));
    }

    /** He stays with whoever serves him. */
    @Transactional
    public void refuse(Guest guest, long id) {
        HandOver waiting = require(guest, id);
        if (!successions.end(waiting, new Ending(HandOverState.REFUSED, null, guest.id()))) {
            throw HandoverProblem.NOT_WAITING.problem();
        }
        persons.reminders().cancel(guest.orgId(), HandOverClock.key(id));
        persons.news().tell(waiting);
    }

    /** Whether the new contact may read what was said before. Once agreed it stays so: it has been read. */
    @Transactional
    public void setHistory(Guest guest, long id, boolean agree) {
        HandOver transfer = require(guest, id);
        if (!transfer.isWaiting() && !transfer.isDone()) {
            throw HandoverProblem.NOT_WAITING.problem();
        }
        HistoryAnswer answer = agree ? HistoryAnswer.GIVEN : HistoryAnswer.REFUSED;
        if (transfer.history() == answer || (transfer.history() == HistoryAnswer.GIVEN && transfer.isDone())) {
            return;
        }
        store.setHistory(transfer, answer);
        Actor actor = guest.actor();
        persons.audit()
                .record(Entry.of(
                        transfer, agree ? AuditKind.HISTORY_GIVEN : AuditKind.HISTORY_REFUSED, actor.principalId()));
        if (agree) {
            events.publishEvent(new HistoryGiven(guest.orgId(), id));
        }
    }

    private HandOver require(Guest guest, long id) {
        Set<Long> family = family(guest);
        return store.lock(guest.orgId(), id)
                .filter(transfer -> family.contains(transfer.customerId()))
                .orElseThrow(HandoverProblem.NOT_FOUND::problem);
    }
}
