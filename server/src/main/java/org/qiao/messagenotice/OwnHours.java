package org.qiao.messagenotice;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person's own working hours, maybe over midnight: the day is that of the beginning.
 *
 * @param zone null: the company's
 */
record OwnHours(
        @NotEmpty Set<@NotNull DayOfWeek> days,
        @NotNull @Schema(type = "string", example = "09:00") LocalTime from,
        @NotNull @Schema(type = "string", example = "18:00") LocalTime until,
        @Nullable String zone) {

    private static final int WEEK = 7;

    OwnHours {
        days = days == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    boolean isSound() {
        try {
            return !from.equals(until) && (zone == null || ZoneId.of(zone) != null);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The first moment within these hours that is not before the given one. */
    Instant next(Instant moment, ZoneId company) {
        ZoneId own = zone == null ? company : ZoneId.of(zone);
        LocalDateTime local = moment.atZone(own).toLocalDateTime();
        if (has(local)) {
            return moment;
        }
        LocalDate day = local.toLocalDate();
        for (int ahead = 0; ahead <= WEEK; ahead++) {
            LocalDate next = day.plusDays(ahead);
            if (days.contains(next.getDayOfWeek()) && next.atTime(from).isAfter(local)) {
                return next.atTime(from).atZone(own).toInstant();
            }
        }
        return moment; // no day at all: refused when it is entered
    }

    private boolean has(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean today = days.contains(local.getDayOfWeek());
        if (from.isBefore(until)) {
            return today && !time.isBefore(from) && time.isBefore(until);
        }
        boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
        return (today && !time.isBefore(from)) || (yesterday && time.isBefore(until));
    }
}
