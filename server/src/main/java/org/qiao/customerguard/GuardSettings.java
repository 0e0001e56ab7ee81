package org.qiao.customerguard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a company wants to be alerted of.
 *
 * @param kinds what is listed
 * @param people who is told of it
 * @param leads whoever leads the employee is told, too
 * @param recalls so many recalls of one employee within {@code recallMinutes} are many
 */
record GuardSettings(
        @NotNull @Size(max = 10) Set<@NotNull AlertKind> kinds,
        @NotNull @Size(max = GuardViews.PEOPLE_MAX) Set<@NotNull @Positive Long> people,
        boolean leads,
        @Min(2) @Max(1_000) int recalls,
        @Min(1) @Max(1_440) int recallMinutes) {

    static final GuardSettings STANDARD = new GuardSettings(EnumSet.allOf(AlertKind.class), Set.of(), false, 5, 10);

    GuardSettings {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        people = people == null ? Set.of() : Set.copyOf(people);
    }

    Duration recallSpan() {
        return Duration.ofMinutes(recallMinutes);
    }
}
