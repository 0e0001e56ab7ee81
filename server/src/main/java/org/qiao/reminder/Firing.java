package org.qiao.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qiao.reminder.ReminderStore.Id;
import org.qiao.reminder.ReminderStore.Row;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serves reminders that are due. One transaction holds their rows, the events, the orders and what follows: a crash leaves all of it or
 * nothing, and two clocks never hold the same reminder.
 */
@Component
class Firing {

    /** More texts than this are not ordered in one transaction (two ways for each recipient). */
    private static final int RECIPIENTS_AT_ONCE = 5_000;

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    private final ReminderStore store;
    private final WorkCalendars calendars;
    private final Tidings tidings;
    private final ApplicationEventPublisher events;
    private final ReminderMetrics metrics;
    private final Clock clock;

    Firing(
            ReminderStore store,
            WorkCalendars calendars,
            Tidings tidings,
            ApplicationEventPublisher events,
            ReminderMetrics metrics,
            Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.tidings = tidings;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return how many were served; 0: nothing is due that nobody else holds */
    @Transactional
    public int once(int limit) {
        Instant now = clock.instant();
        List<Row> due = bounded(store.claim(now, limit));
        serve(due, now);
        return due.size();
    }

    List<Id> due(int limit) {
        return store.dueIds(clock.instant(), limit);
    }

    /** One alone, for when a batch failed. */
    @Transactional
    public void one(Id id) {
        Instant now = clock.instant();
        store.claim(id, now).ifPresent(row -> serve(List.of(row), now));
    }

    /** It cannot be served: others get their turn, and it another try. */
    @Transactional
    public void putOff(Id id) {
        store.postpone(id, clock.instant().plus(AFTER_A_FAULT));
    }

    private static List<Row> bounded(List<Row> claimed) {
        int recipients = 0;
        int count = 0;
        while (count < claimed.size() && recipients < RECIPIENTS_AT_ONCE) {
            recipients += claimed.get(count).reminder().recipients().size();
            count++;
        }
        return claimed.subList(0, count);
    }

    private void serve(List<Row> due, Instant now) {
        Harvest harvest = new Harvest(now);
        for (Row row : due) {
            consider(row, calendars.of(row.orgId()), harvest);
        }
        harvest.fired.forEach((orgId, rows) -> {
            rows.forEach(row -> events.publishEvent(new ReminderDue(
                    orgId, row.reminder().topic(), row.reminder().key(), row.occasion(), now)));
            metrics.served(rows, tidings.order(orgId, rows, now));
        });
        store.move(harvest.moved);
        store.delete(harvest.over);
    }

    private static final class Harvest {

        private final Instant now;
        private final Map<Long, List<Row>> fired = new TreeMap<>();
        private final Map<Row, Plan> moved = new LinkedHashMap<>();
        private final List<Row> over = new ArrayList<>();

        Harvest(Instant now) {
            this.now = now;
        }

        void fire(Row row) {
            fired.computeIfAbsent(row.orgId(), org -> new ArrayList<>()).add(row);
        }

        void follow(Row row, Plan plan) {
            if (plan.occasion() == null) {
                over.add(row);
            } else {
                moved.put(row, plan);
            }
        }
    }

    /** The calendar may have changed since it was written down, and a server that stood still may wake up in the night. */
    private static void consider(Row row, WorkCalendar calendar, Harvest harvest) {
        Reminder reminder = row.reminder();
        Plan today = Plan.of(reminder.time(), row.after(), reminder.restraint(), calendar);
        Instant at = today.due();
        if (today.occasion() == null || at == null) {
            harvest.over.add(row);
            return;
        }
        Instant possible = Plan.due(at.isAfter(harvest.now) ? at : harvest.now, reminder.restraint(), calendar);
        if (possible.isAfter(harvest.now)) {
            harvest.moved.put(row, new Plan(row.after(), today.occasion(), possible));
            return;
        }
        Instant due = row.due().isAfter(at) ? row.due() : at;
        harvest.fire(new Row(row.id(), row.orgId(), reminder, row.after(), today.occasion(), due));
        if (reminder.time().comesAgain()) {
            harvest.follow(row, Plan.of(reminder.time(), harvest.now, reminder.restraint(), calendar));
        } else {
            harvest.over.add(row);
        }
    }
}
