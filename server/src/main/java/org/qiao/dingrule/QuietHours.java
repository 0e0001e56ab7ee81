package org.qiao.dingrule;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** From one time of the day until another, maybe over midnight. Equal times are no quiet hours. */
public record QuietHours(
        @NotNull @Schema(type = "string", example = "22:00") LocalTime from,
        @NotNull @Schema(type = "string", example = "07:00") LocalTime until) {

    public static final QuietHours STANDARD = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /** When the quiet ends that covers this moment; empty when none does. The first moment is quiet, the last one is not. */
    public Optional<Instant> end(Instant at, ZoneId zone) {
        ZonedDateTime here = at.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        boolean tomorrow = overMidnight && !time.isBefore(from);
        ZonedDateTime end =
                here.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(until).atZone(zone);
        boolean passed = !end.toInstant().isAfter(at); // in the night in which this hour comes twice
        return Optional.of((passed ? end.withLaterOffsetAtOverlap() : end).toInstant());
    }
}
