package org.qiao.reminder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.WorkCalendar;

/**
 * When a reminder is due. Days, times of the day and working time are the company's. The moment is computed when the reminder is
 * set and again whenever the company's calendar changes: "two working hours later" moves when tomorrow becomes a day off.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReminderTime.At.class, name = "at"),
    @JsonSubTypes.Type(value = ReminderTime.OnDay.class, name = "on_day"),
    @JsonSubTypes.Type(value = ReminderTime.OnWorkDay.class, name = "on_work_day"),
    @JsonSubTypes.Type(value = ReminderTime.AfterWorkTime.class, name = "after_work_time"),
    @JsonSubTypes.Type(value = ReminderTime.EveryWorkDay.class, name = "every_work_day")
})
public sealed interface ReminderTime {

    /** Nobody is reminded of what lies further away; reminders that come again have no such end. */
    Duration FURTHEST = Duration.ofDays(3 * 366);

    /** More working time than two years have. */
    Duration LONGEST_WORK = Duration.ofHours(4_000);

    int MOST_WORK_DAYS = 500;

    /**
     * The first occasion later than a moment; of times that come once the only one, whether it has passed or not.
     *
     * @param after null: the first of all
     * @return empty when it comes no more
     */
    Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar);

    /** A moment, whatever the calendar says. */
    record At(Instant moment) implements ReminderTime {

        @Override
        public Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar) {
            return once(moment, after);
        }
    }

    /** A time of a day, worked or not, in the company's zone. */
    record OnDay(LocalDate day, LocalTime time) implements ReminderTime {

        @Override
        public Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar) {
            return once(calendar.at(day, time), after);
        }
    }

    /**
     * "At 09:00 on the work day before X".
     *
     * @param workDays 1: the first work day after the day, -1: the last one before it, 0: the day itself or, when it is free, the
     *     next work day
     */
    record OnWorkDay(LocalDate day, int workDays, LocalTime time) implements ReminderTime {

        public OnWorkDay {
            if (Math.abs(workDays) > MOST_WORK_DAYS) {
                throw new IllegalArgumentException("More than " + MOST_WORK_DAYS + " work days");
            }
        }

        @Override
        public Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar) {
            LocalDate date = workDays == 0 ? calendar.workDayFrom(day) : calendar.plusWorkDays(day, workDays);
            return once(calendar.at(date, time), after);
        }
    }

    /**
     * "Four working hours after X"; before it when the duration is negative.
     */
    record AfterWorkTime(Instant from, Duration workTime) implements ReminderTime {

        public AfterWorkTime {
            if (workTime.abs().compareTo(LONGEST_WORK) > 0) {
                throw new IllegalArgumentException("More than " + LONGEST_WORK);
            }
        }

        @Override
        public Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar) {
            return once(calendar.plusWorkTime(from, workTime), after);
        }
    }

    /**
     * "Every work day at 08:55".
     *
     * @param until the last day; null for as long as nobody cancels it
     */
    record EveryWorkDay(
            LocalTime time, LocalDate from, @Nullable LocalDate until) implements ReminderTime {

        @Override
        public Optional<Instant> next(@Nullable Instant after, WorkCalendar calendar) {
            LocalDate start = from;
            if (after != null && calendar.dateOf(after).isAfter(from)) {
                start = calendar.dateOf(after);
            }
            LocalDate day = calendar.workDayFrom(start);
            if (after != null && !calendar.at(day, time).isAfter(after)) {
                day = calendar.nextWorkDay(day);
            }
            return until != null && day.isAfter(until) ? Optional.empty() : Optional.of(calendar.at(day, time));
        }
    }

    /** Whether more occasions follow the first. */
    default boolean comesAgain() {
        return this instanceof EveryWorkDay;
    }

    private static Optional<Instant> once(Instant moment, @Nullable Instant after) {
        return after == null || moment.isAfter(after) ? Optional.of(moment) : Optional.empty();
    }
}
