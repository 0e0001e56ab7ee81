package org.qiao.workcalendar;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a work day is worked, in the company's zone.
 *
 * @param breakFrom null for no break; both or none
 */
public record WorkHours(
        @NotNull @Schema(type = "string", example = "09:00") LocalTime from,

        @NotNull @Schema(type = "string", example = "18:00") LocalTime until,

        @Schema(type = "string", example = "12:00") @Nullable
        LocalTime breakFrom,

        @Schema(type = "string", example = "13:30") @Nullable
        LocalTime breakUntil) {

    public static final WorkHours STANDARD =
            new WorkHours(LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.NOON, LocalTime.of(13, 30));

    /** A stretch of work without a break. */
    record Stretch(Instant from, Instant until) {}

    boolean isSound() {
        if (!from.isBefore(until) || (breakFrom == null) != (breakUntil == null)) {
            return false;
        }
        return breakFrom == null
                || breakUntil == null
                || (from.isBefore(breakFrom) && breakFrom.isBefore(breakUntil) && breakUntil.isBefore(until));
    }

    /** The working time of a day; a change of clocks makes it shorter or longer, and may leave a stretch out. */
    List<Stretch> on(LocalDate day, ZoneId zone) {
        if (breakFrom == null || breakUntil == null) {
            return List.of(stretch(day, from, until, zone));
        }
        return List.of(stretch(day, from, breakFrom, zone), stretch(day, breakUntil, until, zone));
    }

    private static Stretch stretch(LocalDate day, LocalTime from, LocalTime until, ZoneId zone) {
        return new Stretch(
                day.atTime(from).atZone(zone).toInstant(),
                day.atTime(until).atZone(zone).toInstant());
    }
}
