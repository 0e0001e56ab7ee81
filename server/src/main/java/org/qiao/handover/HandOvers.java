package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.handover.HandOverListStore.Span;
import org.qiao.handover.HandOverListStore.Wanted;
import org.qiao.handover.HandOverRequests.PassOnRequest;
import org.qiao.handover.HandOverRequests.PassOnResults;
import org.qiao.handover.HandOverStore.Ending;
import org.qiao.handover.HandOverViews.HandOverView;
import org.qiao.handover.Offers.Order;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.reminder.Reminders;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What employees, their leads and administrators do with hand-overs. */
@Service
class HandOvers {

    private final HandOverStore store;
    private final HandOverRules rules;
    private final Offers offers;
    private final Successions successions;
    private final Standing standing;
    private final Company company;
    private final Clock clock;

    HandOvers(
            HandOverStore store,
            HandOverRules rules,
            Offers offers,
            Successions successions,
            Standing standing,
            Company company,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.offers = offers;
        this.successions = successions;
        this.standing = standing;
        this.company = company;
        this.clock = clock;
    }

    /** What other modules and parts know. */
    @Component
    record Company(
            Members members, CustomerRelations relations, EachAlone alone, Reminders reminders, HandOverNews news) {}

    /** On the job: each customer is asked. Not in one transaction: what is refused is said for each. */
    PassOnResults offer(Actor actor, PassOnRequest input) {
        Order order = new Order(input.takerId(), actor.principalId(), input.words());
        Set<Long> givers = givers(actor);
        return company.alone().run(input.relationIds(), id -> offers.offer(require(actor, id, givers), order));
    }

    /** Whose customers the actor may offer, himself among them when the company lets him; null: everybody's. */
    private @Nullable Set<Long> givers(Actor actor) {
        Set<Long> managed = standing.managed(actor);
        if (managed != null && rules.settings(actor.orgId()).membersMay()) {
            managed.add(actor.principalId());
        }
        return managed;
    }

    private CustomerRelation require(Actor actor, long relationId, @Nullable Set<Long> givers) {
        CustomerRelation relation = company.relations().require(actor, relationId);
        boolean may = Standing.includes(givers, relation.memberId());
        boolean present =
                !company.members().present(actor, List.of(relation.memberId())).isEmpty();
        if (!may || !present) { // of who is gone: by the list of leavers
            throw HandoverProblem.NOT_ALLOWED.problem();
        }
        return relation;
    }

    /** Takes an offer back while it waits. */
    @Transactional
    void cancel(Actor actor, long id) {
        HandOver transfer = requireManaged(actor, id);
        if (!successions.end(transfer, Ending.cancelled(CancelReason.BY_HAND, actor.principalId()))) {
            throw HandoverProblem.NOT_WAITING.problem();
        }
        company.reminders().cancel(actor.orgId(), HandOverClock.key(id));
        company.news().tell(transfer);
    }

    /** Everything is as it was before, while nothing has happened since. */
    @Transactional
    void undo(Actor actor, long id) {
        HandOver transfer = requireManaged(actor, id);
        HandOverSettings settings = rules.settings(actor.orgId());
        Long to = transfer.toRelationId();
        boolean still = to != null
                && company.relations()
                        .find(actor.orgId(), to)
                        .filter(CustomerRelation::isOpen)
                        .isPresent()
                && store.isNewest(transfer, to);
        Optional<HandoverProblem> refusal = HandOverRule.undoRefusal(transfer, still, clock.instant(), settings);
        if (refusal.isPresent()) {
            throw refusal.get().problem("days", settings.undoDays());
        }
        successions.undo(transfer, Objects.requireNonNull(to), actor.principalId());
        company.news().tell(transfer);
    }

    /** Locked. Whoever takes part sees it, and may not change it; for everybody else there is none. */
    private HandOver requireManaged(Actor actor, long id) {
        HandOver transfer = store.lock(actor.orgId(), id).orElseThrow(HandoverProblem.NOT_FOUND::problem);
        long me = actor.principalId();
        if (transfer.startedBy() == me || standing.manages(actor, transfer.fromId())) {
            return transfer;
        }
        throw transfer.fromId() == me || transfer.toId() == me
                ? HandoverProblem.NOT_ALLOWED.problem()
                : HandoverProblem.NOT_FOUND.problem();
    }

    /** Which hand-overs a list shows. */
    enum HandOverScope {
        /** To the actor. */
        INCOMING,
        /** Of his customers, or started by him. */
        OUTGOING,
        /** Of everybody whose customers he may give away. */
        MANAGED
    }

    /** Lists and numbers. */
    @Service
    static class Lists {

        private static final int DAYS_MAX = 370;
        private static final int OF_CUSTOMER = 50;

        private final HandOverListStore store;
        private final HandOverViews views;
        private final Standing standing;
        private final Customers customers;
        private final Members members;

        Lists(HandOverListStore store, HandOverViews views, Standing standing, Customers customers, Members members) {
            this.store = store;
            this.views = views;
            this.standing = standing;
            this.customers = customers;
            this.members = members;
        }

        /** What is asked for; {@code member} narrows MANAGED to who served. */
        record Query(
                HandOverScope scope,
                @Nullable HandOverState state,
                @Nullable Long member) {}

        /** Newest first. */
        @Transactional(readOnly = true)
        public Page<HandOverView> list(Actor actor, Query query, @Nullable String before, @Nullable Integer limit) {
            int size = Limits.page(limit);
            Wanted wanted = new Wanted(query.state(), null, Limits.key(before, Long.MAX_VALUE));
            long orgId = actor.orgId();
            List<HandOver> rows =
                    switch (query.scope()) {
                        case INCOMING -> store.incoming(orgId, actor.principalId(), wanted, size + 1);
                        case OUTGOING -> store.outgoing(orgId, actor.principalId(), wanted, size + 1);
                        case MANAGED ->
                            store.list(
                                    orgId,
                                    new Wanted(query.state(), people(actor, query.member()), wanted.before()),
                                    size + 1);
                    };
            Page<HandOver> page = Page.cut(rows, size, row -> Long.toString(row.id()));
            return new Page<>(views.of(actor, page.items()), page.next());
        }

        private @Nullable Set<Long> people(Actor actor, @Nullable Long member) {
            Set<Long> managed = standing.managed(actor);
            if (member == null) {
                return managed;
            }
            return Standing.includes(managed, member) ? Set.of(member) : Set.of();
        }

        /** Of one customer, newest first, for whoever may look at him. */
        @Transactional(readOnly = true)
        public List<HandOverView> ofCustomer(Actor actor, long customerId) {
            long current = customers.require(actor, customerId).id();
            return views.of(
                    actor, store.ofCustomers(actor.orgId(), customers.family(actor.orgId(), current), OF_CUSTOMER));
        }

        /** How many hand-overs began between two days, and who took how many customers. */
        record HandOverStatistics(List<HandOverListStore.HandOverCount> counts, List<HandOverTaker> takers) {}

        record HandOverTaker(Card member, int customers) {}

        @Transactional(readOnly = true)
        public HandOverStatistics statistics(Actor actor, LocalDate from, LocalDate until) {
            Limits.requireSpan(from, until, DAYS_MAX);
            Instant begin = from.atStartOfDay(actor.zone()).toInstant();
            Instant end = until.plusDays(1).atStartOfDay(actor.zone()).toInstant();
            Span span = new Span(begin, end);
            Set<Long> managed = standing.managed(actor);
            List<HandOverListStore.TakerCount> takers = store.takers(actor.orgId(), span, managed);
            Map<Long, Card> cards = members.cardsById(
                    actor,
                    takers.stream().map(HandOverListStore.TakerCount::memberId).toList());
            return new HandOverStatistics(
                    store.counts(actor.orgId(), span, managed),
                    takers.stream()
                            .map(count -> new HandOverTaker(
                                    Objects.requireNonNull(cards.get(count.memberId())), count.customers()))
                            .toList());
        }
    }
}
