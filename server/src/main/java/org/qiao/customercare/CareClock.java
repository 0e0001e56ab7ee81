package org.qiao.customercare;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.threadfeed.FeedPasses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks twice a second for threads that have changed, and once a second for those that are due. Keeps nothing in memory. */
@Component
class CareClock {

    private static final Logger LOG = LoggerFactory.getLogger(CareClock.class);
    private static final int PIECES = 300;
    private static final int DUE = 200;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final CarePass pass;
    private final CareThreadStore threads;
    private final CareSteps steps;
    private final CareTelling telling;
    private final Recounts recounts;
    private final Clock clock;
    private final ReentrantLock passing = new ReentrantLock();
    private final ReentrantLock serving = new ReentrantLock();

    CareClock(
            CarePass pass,
            CareThreadStore threads,
            CareSteps steps,
            CareTelling telling,
            Recounts recounts,
            Clock clock) {
        this.pass = pass;
        this.threads = threads;
        this.steps = steps;
        this.telling = telling;
        this.recounts = recounts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        if (!passing.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            FeedPasses.drain("Customers who wait", pass::once, pass::leaveOut, PIECES);
        } finally {
            passing.unlock();
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void serve() {
        if (!serving.tryLock()) {
            return;
        }
        try {
            List<CareThread> due;
            do {
                due = threads.due(clock.instant(), DUE);
                due.forEach(this::serve);
            } while (due.size() == DUE);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Waiting customers were not served yet", e);
        } finally {
            serving.unlock();
        }
    }

    private void serve(CareThread due) {
        try {
            steps.decide(due).ifPresent(this::tellOnce);
        } catch (RuntimeException e) { // an edge: one thread keeps no other from its turn
            LOG.warn("The customer who waits in {} was not served yet", due.conversationId(), e);
            threads.postpone(due, clock.instant().plus(AGAIN));
        }
    }

    private void tellOnce(CareThread thread) {
        FaultPoints.reached("customercare.step");
        try {
            tell(thread);
        } catch (Problem problem) {
            LOG.warn("A step for a waiting customer was not told: {}", problem.code());
            if (problem.kind() == Kind.BUSY) {
                threads.postpone(thread, clock.instant().plus(AGAIN));
            } else {
                done(thread); // somebody has left in this moment: the next step finds somebody else
            }
        }
    }

    private void tell(CareThread thread) {
        if (thread.progress().helperOver()) {
            telling.release(thread);
        } else {
            telling.tell(thread);
        }
        done(thread);
    }

    private void done(CareThread thread) {
        if (thread.progress().helperOver()) {
            steps.left(thread);
        } else {
            steps.told(thread);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void recount() {
        try {
            recounts.goOn();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A day of customers' statistics was not counted again yet", e);
        }
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        try {
            recounts.forget();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Old numbers of customers' threads were not forgotten yet", e);
        }
    }
}
