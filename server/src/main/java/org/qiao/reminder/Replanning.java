package org.qiao.reminder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qiao.reminder.ReminderStore.Row;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendarChanged;
import org.qiao.workcalendar.WorkCalendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes a company's reminders again when its calendar has changed: a new holiday moves what was planned for that day. */
@Component
class Replanning {

    private static final Logger LOG = LoggerFactory.getLogger(Replanning.class);

    private static final int BATCH = 500;
    private static final long END = Long.MAX_VALUE;

    private final ReminderStore store;
    private final WorkCalendars calendars;
    private final TransactionTemplate ownTransaction;

    Replanning(ReminderStore store, WorkCalendars calendars, PlatformTransactionManager transactions) {
        this.store = store;
        this.calendars = calendars;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A new version of the program may know more holidays than the one that set the reminders. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Thread.ofVirtual().name("reminder-replanning").start(this::all);
    }

    private void all() {
        try {
            store.orgsByCalendar().forEach(this::replan);
        } catch (RuntimeException e) { // an edge: each reminder looks at the calendar again when it is due
            LOG.warn("Reminders were not planned again: {}", e.getClass().getName(), e);
        }
    }

    /** Each batch is a transaction of its own: the clock never waits for long, and a repeat after a crash is harmless. */
    @ApplicationModuleListener
    void on(WorkCalendarChanged changed) {
        replan(changed.orgId());
    }

    private void replan(long orgId) {
        WorkCalendar calendar = calendars.of(orgId);
        long after = 0;
        while (after != END) {
            long from = after;
            after = Objects.requireNonNull(ownTransaction.execute(status -> batch(orgId, from, calendar)));
        }
    }

    /** @return the last one's id, {@link #END} when there are no more */
    private long batch(long orgId, long after, WorkCalendar calendar) {
        List<Row> rows = store.lockByCalendar(orgId, after, BATCH);
        Map<Row, Plan> moved = new LinkedHashMap<>();
        List<Row> over = new ArrayList<>();
        for (Row row : rows) {
            Plan plan =
                    Plan.of(row.reminder().time(), row.after(), row.reminder().restraint(), calendar);
            if (plan.occasion() == null) {
                over.add(row);
            } else if (!row.occasion().equals(plan.occasion()) || !row.due().equals(plan.due())) {
                moved.put(row, plan);
            }
        }
        store.move(moved);
        store.delete(over);
        return rows.size() < BATCH ? END : rows.getLast().id();
    }
}
