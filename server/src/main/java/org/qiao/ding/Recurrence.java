package org.qiao.ding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Limits;
import org.qiao.workcalendar.WorkCalendar;

/**
 * On which days, and at what time, in the company's zone.
 *
 * @param weekdays for WEEKLY
 * @param dayOfMonth for MONTHLY; the last day of a month that is shorter
 * @param endsOn the last day; null for ever
 */
public record Recurrence(
        @NotNull Kind kind,
        Set<@NotNull DayOfWeek> weekdays,
        @Nullable @Min(1) @Max(31) Integer dayOfMonth,

        @NotNull @io.swagger.v3.oas.annotations.media.Schema(type = "string", example = "08:30")
        LocalTime time,

        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    /** A rule that finds no day within this many finds none at all: a company that closes for a year ends its schedules. */
    private static final int LOOK_AHEAD_DAYS = 400;

    public Recurrence {
        weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
    }

    /** Work days are those of the company's calendar, with its holidays and swapped days. */
    public enum Kind {
        DAILY,
        WORKDAYS,
        WEEKLY,
        MONTHLY
    }

    boolean isSound() {
        boolean whole = kind != Kind.WEEKLY || !weekdays.isEmpty();
        boolean placed = kind != Kind.MONTHLY || dayOfMonth != null;
        boolean dated = Limits.isDay(startsOn) && (endsOn == null || Limits.isDay(endsOn));
        return whole && placed && dated && (endsOn == null || !endsOn.isBefore(startsOn));
    }

    /** The first occasion after a moment; empty when the rule is over. A time that a change of clocks leaves out comes an hour later. */
    Optional<Instant> next(Instant after, WorkCalendar calendar) {
        LocalDate today = calendar.dateOf(after);
        LocalDate day = today.isBefore(startsOn) ? startsOn : today;
        LocalDate last = day.plusDays(LOOK_AHEAD_DAYS);
        while (!day.isAfter(last) && (endsOn == null || !day.isAfter(endsOn))) {
            Instant at = calendar.at(day, time);
            if (fits(day, calendar) && at.isAfter(after)) {
                return Optional.of(at);
            }
            day = day.plusDays(1);
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day, WorkCalendar calendar) {
        return switch (kind) {
            case DAILY -> true;
            case WORKDAYS -> calendar.isWorkDay(day);
            case WEEKLY -> weekdays.contains(day.getDayOfWeek());
            case MONTHLY -> dayOfMonth != null && day.getDayOfMonth() == Math.min(dayOfMonth, day.lengthOfMonth());
        };
    }
}
