package org.qiao.handover;

import java.time.Clock;
import java.time.Instant;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.handover.HandOverRule.Fate;
import org.qiao.handover.HandOverStore.Ending;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.Problem;
import org.qiao.reminder.ReminderDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The customer has not refused in time: it happens. Everything stands in rows, so a repeat finds nothing to do. */
@Component
class HandOverClock {

    private static final String PREFIX = HandOverNews.TOPIC + ":due:";

    private final HandOverStore store;
    private final HandOverRules rules;
    private final CustomerRelations relations;
    private final Successions successions;
    private final HandOverNews news;
    private final EachAlone alone;
    private final Clock clock;

    HandOverClock(
            HandOverStore store,
            HandOverRules rules,
            CustomerRelations relations,
            Successions successions,
            HandOverNews news,
            EachAlone alone,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.relations = relations;
        this.successions = successions;
        this.news = news;
        this.alone = alone;
        this.clock = clock;
    }

    static String key(long handOverId) {
        return PREFIX + handOverId;
    }

    @ApplicationModuleListener(condition = "#due.topic() == 'handover' and #due.key().startsWith('handover:due:')")
    void on(ReminderDue due) {
        FaultPoints.reached("handover.due");
        long id = Long.parseLong(due.key().substring(PREFIX.length()));
        try {
            alone.run(one -> settle(due.orgId(), one), id);
        } catch (Problem refused) {
            if (!refused.is(CustomerProblem.MEMBER_FULL)) {
                throw refused;
            }
            alone.run(one -> full(due.orgId(), one), id);
        }
    }

    private long settle(long orgId, long id) {
        HandOver waiting = store.lock(orgId, id).orElseThrow();
        Instant due = waiting.dueAt();
        if (!waiting.isWaiting() || due == null || clock.instant().isBefore(due)) {
            return id;
        }
        CustomerRelation relation = relations.find(orgId, waiting.relationId()).orElseThrow();
        Fate fate = HandOverRule.fate(relation.isOpen(), rules.taker(orgId, waiting.toId(), relation.customerId()));
        switch (fate) {
            case HAPPENS -> successions.fulfil(waiting, rules.settings(orgId).remark());
            case TAKER_FULL -> end(waiting, new Ending(HandOverState.TAKER_FULL, null, null));
            case TAKER_GONE -> end(waiting, Ending.cancelled(CancelReason.TAKER_GONE, null));
            case RELATION_CLOSED -> end(waiting, Ending.cancelled(CancelReason.RELATION_CLOSED, null));
        }
        news.tell(waiting);
        return id;
    }

    private long full(long orgId, long id) {
        HandOver waiting = store.lock(orgId, id).orElseThrow();
        end(waiting, new Ending(HandOverState.TAKER_FULL, null, null));
        news.tell(waiting);
        return id;
    }

    private void end(HandOver waiting, Ending ending) {
        successions.end(waiting, ending);
    }
}
