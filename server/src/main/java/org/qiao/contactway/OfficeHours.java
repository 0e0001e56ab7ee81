package org.qiao.contactway;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.WorkCalendar;

/**
 * Hours of some days in which an employee answers, in the company's zone.
 *
 * @param until not included; 00:00 is the end of the day
 */
record OfficeHours(
        @NotEmpty @Size(max = 7) Set<@NotNull DayOfWeek> days,
        @NotNull @Schema(type = "string", example = "09:00") LocalTime from,
        @NotNull @Schema(type = "string", example = "18:00") LocalTime until) {

    private static final int DAYS_BACK = 8;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    OfficeHours {
        days = days == null ? Set.of() : Set.copyOf(days);
    }

    record Stretch(Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    boolean isSound() {
        return from.isBefore(until) || until.equals(LocalTime.MIDNIGHT);
    }

    Stretch on(LocalDate day, ZoneId zone) {
        LocalDate last = until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new Stretch(
                day.atTime(from).atZone(zone).toInstant(),
                last.atTime(until).atZone(zone).toInstant());
    }

    /**
     * Since when somebody has been off; empty while he is there. One time off has one beginning, whenever it is asked for.
     *
     * @param hours null: the company's calendar decides; empty: never there
     */
    static Optional<Instant> offSince(@Nullable List<OfficeHours> hours, WorkCalendar calendar, Instant at) {
        if (hours == null) {
            return calendar.isWorkTime(at)
                    ? Optional.empty()
                    : Optional.of(calendar.plusWorkTime(at, MOMENT.negated()).plus(MOMENT));
        }
        LocalDate today = calendar.dateOf(at);
        List<Stretch> stretches = today.minusDays(DAYS_BACK)
                .datesUntil(today.plusDays(1))
                .flatMap(day -> hours.stream()
                        .filter(some -> some.days().contains(day.getDayOfWeek()))
                        .map(some -> some.on(day, calendar.zone())))
                .toList();
        if (stretches.stream().anyMatch(stretch -> stretch.holds(at))) {
            return Optional.empty();
        }
        return Optional.of(stretches.stream()
                .map(Stretch::until)
                .filter(end -> !end.isAfter(at))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH));
    }
}
