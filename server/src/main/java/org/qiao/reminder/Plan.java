package org.qiao.reminder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.WorkCalendar;

/**
 * When a reminder is served, by the calendar of this moment. Pure.
 *
 * @param after occasions until then are over; null: none is
 * @param occasion what the rule names; null: it comes no more
 * @param due when it is served, null without an occasion
 */
record Plan(
        @Nullable Instant after,
        @Nullable Instant occasion,
        @Nullable Instant due) {

    /** For a new reminder. What comes again begins with what is still to come; what comes once and is over comes at once. */
    static Plan first(Reminder reminder, WorkCalendar calendar, Instant now) {
        Instant after = reminder.time().comesAgain() ? now : null;
        Plan plan = of(reminder.time(), after, reminder.restraint(), calendar);
        if (plan.occasion() != null && plan.occasion().isAfter(now.plus(ReminderTime.FURTHEST))) {
            throw new IllegalArgumentException("Further away than " + ReminderTime.FURTHEST);
        }
        return plan;
    }

    /** To the microsecond, as the database keeps it: an occasion always has the same name. */
    static Plan of(ReminderTime time, @Nullable Instant after, Restraint restraint, WorkCalendar calendar) {
        Optional<Instant> occasion = time.next(after, calendar).map(at -> at.truncatedTo(ChronoUnit.MICROS));
        return occasion.map(at -> new Plan(after, at, due(at, restraint, calendar)))
                .orElseGet(() -> new Plan(after, null, null));
    }

    /** The moment itself, or the next working time. */
    static Instant due(Instant at, Restraint restraint, WorkCalendar calendar) {
        return restraint == Restraint.WORK_TIME ? calendar.nextWorkTime(at) : at;
    }
}
