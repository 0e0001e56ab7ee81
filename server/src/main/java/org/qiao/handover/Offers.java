package org.qiao.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.handover.HandOverAudit.Entry;
import org.qiao.handover.HandOverRule.Taker;
import org.qiao.handover.HandOverRule.Wish;
import org.qiao.handover.HandOverStore.NewHandOver;
import org.qiao.platform.Problem;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is wanted of one customer, after the rule. In the caller's transaction. */
@Component
class Offers {

    private final HandOverStore store;
    private final HandOverRules rules;
    private final Successions successions;
    private final CustomerRelations relations;
    private final Customers customers;
    private final Telling telling;
    private final Clock clock;

    Offers(
            HandOverStore store,
            HandOverRules rules,
            Successions successions,
            CustomerRelations relations,
            Customers customers,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.successions = successions;
        this.relations = relations;
        this.customers = customers;
        this.telling = telling;
        this.clock = clock;
    }

    /** A customer is asked on the job. Told at least once, after the commit. */
    record HandOverOffered(long orgId, long handOverId) {}

    /**
     * Somebody else shall serve.
     *
     * @param by who decides it
     * @param message what the next one says first
     */
    record Order(long takerId, long by, String message) {}

    /** On the job: the customer is asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long offer(CustomerRelation relation, Order order) {
        HandOverSettings settings = rules.settings(relation.orgId());
        Instant now = clock.instant();
        List<Long> family = customers.family(relation.orgId(), relation.customerId());
        boolean waiting = !store.waitingOf(relation.orgId(), family).isEmpty();
        int recent = store.recent(relation.orgId(), family, now.minus(settings.onJobSpan()));
        Taker taker = taker(relation, order);
        Wish wish = new Wish(HandOverKind.ON_JOB, relation.memberId(), taker, relation.isOpen(), waiting, recent, null);
        require(wish, settings);
        HandOver offer = store.offer(wanted(relation, order, settings), now, settings.answer())
                .orElseThrow(HandoverProblem.IN_PROCESS::problem);
        telling.offered(offer);
        return offer.id();
    }

    /**
     * After leaving: at once.
     *
     * @param gone how long the one who served has been gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long giveAway(CustomerRelation relation, Order order, Duration gone, @Nullable Long runId) {
        HandOverSettings settings = rules.settings(relation.orgId());
        Taker taker = taker(relation, order);
        require(new Wish(HandOverKind.LEFT, relation.memberId(), taker, relation.isOpen(), false, 0, gone), settings);
        return successions.giveAway(relation, wanted(relation, order, settings), settings.remark(), runId);
    }

    /** Open or not: the rule refuses one that is closed. */
    CustomerRelation relation(long orgId, long id) {
        return relations.find(orgId, id).orElseThrow(HandoverProblem.NOT_FOUND::problem);
    }

    private Taker taker(CustomerRelation relation, Order order) {
        return rules.taker(relation.orgId(), order.takerId(), relation.customerId());
    }

    private static void require(Wish wish, HandOverSettings settings) {
        Optional<HandoverProblem> refusal = HandOverRule.refusal(wish, settings);
        if (refusal.isPresent()) {
            throw problem(refusal.get(), settings);
        }
    }

    private static Problem problem(HandoverProblem code, HandOverSettings settings) {
        return switch (code) {
            case TOO_OFTEN -> code.problem("max", settings.onJobMax(), "days", settings.onJobDays());
            case TOO_LATE -> code.problem("days", settings.leftDays());
            default -> code.problem();
        };
    }

    private static NewHandOver wanted(CustomerRelation relation, Order order, HandOverSettings settings) {
        return new NewHandOver(
                relation.orgId(),
                relation.customerId(),
                relation.id(),
                relation.memberId(),
                order.takerId(),
                order.message(),
                settings.tags(),
                order.by());
    }

    /** What follows an offer, in its transaction. */
    @Component
    static class Telling {

        private final CustomerEvents timeline;
        private final HandOverAudit audit;
        private final Reminders reminders;
        private final HandOverNews news;
        private final ApplicationEventPublisher events;

        Telling(
                CustomerEvents timeline,
                HandOverAudit audit,
                Reminders reminders,
                HandOverNews news,
                ApplicationEventPublisher events) {
            this.timeline = timeline;
            this.audit = audit;
            this.reminders = reminders;
            this.news = news;
            this.events = events;
        }

        void offered(HandOver offer) {
            Instant due = offer.dueAt();
            if (due == null) {
                throw new IllegalStateException("Offered without an end: " + offer.id());
            }
            reminders.set(
                    offer.orgId(),
                    Reminder.of(HandOverNews.TOPIC, HandOverClock.key(offer.id()), new ReminderTime.At(due)));
            timeline.add(
                    offer.orgId(),
                    offer.customerId(),
                    NewEvent.of("HANDOVER_OFFERED", offer.startedBy())
                            .about(offer.relationId())
                            .with(Map.of("from", offer.fromId(), "to", offer.toId())));
            audit.record(Entry.of(offer, AuditKind.OFFERED, offer.startedBy()));
            news.tell(offer);
            events.publishEvent(new HandOverOffered(offer.orgId(), offer.id()));
        }
    }
}
