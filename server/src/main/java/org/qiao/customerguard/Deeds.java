package org.qiao.customerguard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customer.RelationClosed;
import org.qiao.customerguard.AlertStore.NewAlert;
import org.qiao.messaging.OutboxReader;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Deed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what happens into alerts: ends of relations as they are told, recalls and removals as they come out of the log. */
@Component
class Deeds implements OutboxReader {

    private static final Duration COUNTED = Duration.ofDays(2);

    private final AlertStore store;
    private final HitStore hits;
    private final Alerts alerts;
    private final Oversight oversight;
    private final CustomerRelations relations;
    private final Customers customers;
    private final Clock clock;

    Deeds(
            AlertStore store,
            HitStore hits,
            Alerts alerts,
            Oversight oversight,
            CustomerRelations relations,
            Customers customers,
            Clock clock) {
        this.store = store;
        this.hits = hits;
        this.alerts = alerts;
        this.oversight = oversight;
        this.relations = relations;
        this.customers = customers;
        this.clock = clock;
    }

    /** Only written down, in the transaction that takes them from the outbox. */
    @Override
    public void moved(List<Stretch> stretches) {
        List<Deed> deeds = oversight.deeds(stretches);
        if (!deeds.isEmpty()) {
            store.note(deeds);
        }
    }

    /** @return how many there were; 0 also while another server judges */
    @Transactional
    public int judge(int limit) {
        if (!store.isAnyNew() || !store.turn()) {
            return 0;
        }
        List<Deed> deeds = store.take(limit);
        Map<Long, GuardSettings> settings = new HashMap<>();
        deeds.forEach(deed -> judge(deed, settings.computeIfAbsent(deed.orgId(), alerts::of)));
        return deeds.size();
    }

    /** What nobody counts any more. */
    void sweep(int limit) {
        Instant before = clock.instant().minus(COUNTED);
        int gone;
        do {
            gone = store.sweep(before, limit);
        } while (gone == limit);
    }

    private void judge(Deed deed, GuardSettings settings) {
        String mark = deed.conversationId() + "-" + deed.seq();
        if (!deed.recall()) {
            if (settings.kinds().contains(AlertKind.REMOVED_FROM_GROUP)) {
                deed.customers()
                        .forEach(customer -> store.insert(alert(
                                deed, AlertKind.REMOVED_FROM_GROUP, customer, "removed-" + mark + "-" + customer)));
            }
            return;
        }
        if (!settings.kinds().contains(AlertKind.RECALLED_MANY)) {
            return;
        }
        Instant since = deed.at().minus(settings.recallSpan());
        if (!store.addRecall(deed, since)) {
            int recalls = store.recalls(deed, since);
            if (recalls >= settings.recalls()) {
                store.insert(new NewAlert(
                        deed.orgId(),
                        AlertKind.RECALLED_MANY,
                        deed.memberId(),
                        null,
                        deed.conversationId(),
                        recalls,
                        "recalled-" + mark,
                        deed.at()));
            }
        }
    }

    private static NewAlert alert(Deed deed, AlertKind kind, long customer, String mark) {
        return new NewAlert(deed.orgId(), kind, deed.memberId(), customer, deed.conversationId(), 0, mark, deed.at());
    }

    @ApplicationModuleListener
    void on(RelationClosed closed) {
        switch (closed.reason()) {
            case EMPLOYEE -> note(closed, AlertKind.EMPLOYEE_ENDED);
            case CUSTOMER -> note(closed, AlertKind.CUSTOMER_ENDED);
            case BLOCKED -> note(closed, AlertKind.BLOCKED);
            case ERASED -> hits.forget(closed.orgId(), customers.family(closed.orgId(), closed.customerId()));
            case HANDED_OVER, MERGED, LEFT -> {}
        }
    }

    /** A relation may be closed again after it was opened again: each end has its own moment. */
    private void note(RelationClosed closed, AlertKind kind) {
        if (!alerts.of(closed.orgId()).kinds().contains(kind)) {
            return;
        }
        Instant at = Optional.ofNullable(relations
                        .find(closed.orgId(), closed.relationId())
                        .map(CustomerRelation::closedAt)
                        .orElse(null))
                .orElseGet(clock::instant);
        store.insert(new NewAlert(
                closed.orgId(),
                kind,
                closed.memberId(),
                closed.customerId(),
                closed.conversationId(),
                0,
                "closed-" + closed.relationId() + "-" + at.toEpochMilli(),
                at));
    }
}
