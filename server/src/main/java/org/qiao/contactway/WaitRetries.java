package org.qiao.contactway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.customer.CustomerProblem;
import org.qiao.platform.Problem;
import org.qiao.reminder.ReminderDue;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** When a slot begins or a day with new caps, those who wait are given away, the longest first. */
@Component
class WaitRetries {

    private static final int AT_ONCE = 200;

    private final ContactWayStore ways;
    private final WaitStore waits;
    private final Arrivals arrivals;
    private final Allotment allotment;
    private final WaitAlarm alarm;
    private final WayTurns turns;
    private final TransactionTemplate transaction;

    WaitRetries(
            ContactWayStore ways,
            WaitStore waits,
            Arrivals arrivals,
            Allotment allotment,
            WaitAlarm alarm,
            WayTurns turns,
            PlatformTransactionManager transactions) {
        this.ways = ways;
        this.waits = waits;
        this.arrivals = arrivals;
        this.allotment = allotment;
        this.alarm = alarm;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Async
    @TransactionalEventListener(condition = "#due.topic() == 'contactway'")
    void on(ReminderDue due) {
        long wayId = WaitAlarm.wayOf(due.key());
        Optional<ContactWay> way =
                ways.findAll(due.orgId(), List.of(wayId)).stream().findFirst();
        way.ifPresent(this::serveOrWait);
    }

    private void serveOrWait(ContactWay way) {
        Instant next = allotment.nextChance(way); // as seen before: the one that comes while we serve is another chance
        if (!serve(way)) {
            transaction.executeWithoutResult(status -> alarm.set(way, next));
        }
    }

    /**
     * Each in a transaction of its own, so that customers who arrive meanwhile have their turns. Whom the company does not serve now
     * keeps nobody behind him waiting. False: somebody still waits.
     */
    private boolean serve(ContactWay way) {
        long after = 0;
        boolean all = true;
        while (true) {
            List<Wait> some = waits.ofWay(way.orgId(), way.id(), after, AT_ONCE);
            if (some.isEmpty()) {
                return all;
            }
            for (Wait wait : some) {
                after = wait.id();
                Outcome outcome = turns.inTurn(way, () -> retry(way, wait));
                if (outcome == Outcome.NOBODY) {
                    return false;
                }
                all &= outcome == Outcome.GIVEN;
            }
        }
    }

    private enum Outcome {
        GIVEN,
        NOT_HIM,
        NOBODY
    }

    private Outcome retry(ContactWay way, Wait wait) {
        try {
            boolean given = Boolean.TRUE.equals(transaction.execute(status -> arrivals.retry(way, wait.id())));
            return given ? Outcome.GIVEN : Outcome.NOBODY;
        } catch (Problem refused) {
            boolean himself = refused.is(CustomerProblem.BLOCKED) || refused.is(CustomerProblem.ERASED);
            if (!himself && !refused.is(CustomerProblem.COMPANY_FULL)) {
                throw refused;
            }
            return himself ? Outcome.NOT_HIM : Outcome.NOBODY;
        }
    }
}
