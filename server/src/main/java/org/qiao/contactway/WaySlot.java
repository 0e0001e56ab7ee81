package org.qiao.contactway;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours in which some of a code's people serve, in the company's zone.
 *
 * @param until not included; 00:00 is the end of the day, one before {@code from} lies on the next day
 * @param members of the code's people
 */
record WaySlot(
        @NotEmpty @Size(max = 7) Set<@NotNull DayOfWeek> days,
        @NotNull @Schema(type = "string", example = "09:00") LocalTime from,
        @NotNull @Schema(type = "string", example = "18:00") LocalTime until,
        @NotEmpty @Size(max = 100) Set<@NotNull Long> members) {

    WaySlot {
        days = days == null ? Set.of() : Set.copyOf(days);
        members = members == null ? Set.of() : Set.copyOf(members);
    }

    boolean holds(LocalDateTime at) {
        DayOfWeek day = at.getDayOfWeek();
        LocalTime time = at.toLocalTime();
        if (isWithinDay()) {
            return days.contains(day) && !time.isBefore(from) && (isToMidnight() || time.isBefore(until));
        }
        return (days.contains(day) && !time.isBefore(from)) || (days.contains(day.minus(1)) && time.isBefore(until));
    }

    private boolean isWithinDay() {
        return isToMidnight() || from.isBefore(until);
    }

    private boolean isToMidnight() {
        return until.equals(LocalTime.MIDNIGHT);
    }
}
