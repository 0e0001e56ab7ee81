package org.qiao.customerimport;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Twice a second a portion of each file that was started, so that people who work notice nothing. Keeps nothing in memory. */
@Component
class ImportClock {

    private static final Logger LOG = LoggerFactory.getLogger(ImportClock.class);
    private static final int PORTION = 50;

    private final ImportJobStore jobs;
    private final ImportRowStore rows;
    private final RowWriting writing;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    ImportClock(ImportJobStore jobs, ImportRowStore rows, RowWriting writing, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.writing = writing;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // it goes on where it is
        }
        try {
            jobs.running().forEach(this::turn);
        } catch (Problem | DataAccessException | TransactionException e) { // half a second later is another try
            LOG.warn("Customers were not brought in yet", e);
        } finally {
            running.unlock();
        }
    }

    private void turn(ImportJob job) {
        List<Integer> waiting = rows.waiting(job.orgId(), job.id(), PORTION);
        waiting.forEach(number -> write(job, number));
        if (waiting.size() < PORTION) {
            jobs.finish(job.orgId(), job.id(), clock.instant());
        }
    }

    private void write(ImportJob job, int number) {
        try {
            writing.write(job, number);
        } catch (Problem problem) {
            if (problem.kind() == Kind.BUSY) {
                throw problem;
            }
            writing.fail(job, number, problem.code());
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException
                | TransactionException e) {
            throw e; // the database is to blame, not the row
        } catch (RuntimeException e) { // an edge: one row keeps no other from its turn, and no company another
            LOG.error("Row {} of import {} could not be written", number, job.id(), e);
            writing.fail(job, number, CustomerimportProblem.FAULT.code());
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void sweep() {
        try {
            rows.forget(clock.instant().minus(ImportSight.KEPT));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Rows of old imports were not forgotten yet", e);
        }
    }
}
