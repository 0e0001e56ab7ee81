package org.qiao.workcalendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of one year, in the form in which holiday-cn publishes them.
 *
 * @param papers addresses of the announcements
 * @param days those that differ from their weekday or have a name; a few may lie in the neighbouring years
 */
record HolidayYear(
        @Min(2000) @Max(2100) int year,

        @NotNull @Size(max = 10) List<@NotNull @Size(max = 300) String> papers,

        @NotEmpty @Size(max = 150) List<@NotNull @Valid HolidayDay> days) {

    private static final int INTO_THE_NEIGHBOURS_DAYS = 31;

    HolidayYear {
        papers = papers == null ? List.of() : List.copyOf(papers);
        days = days == null ? List.of() : List.copyOf(days);
    }

    record HolidayDay(
            @NotNull @Size(min = 1, max = 30) String name,
            @NotNull LocalDate date,

            @JsonProperty("isOffDay") @NotNull Boolean off) {}

    /** Which field is wrong, beyond what the annotations see; null for none. */
    @Nullable
    String flaw() {
        if (papers.stream().anyMatch(paper -> !paper.matches("https?://\\S+"))) {
            return "papers";
        }
        LocalDate first = LocalDate.of(year, 1, 1).minusDays(INTO_THE_NEIGHBOURS_DAYS);
        LocalDate last = LocalDate.of(year, 12, 31).plusDays(INTO_THE_NEIGHBOURS_DAYS);
        Set<LocalDate> seen = new HashSet<>();
        for (HolidayDay day : days) {
            boolean inside = !day.date().isBefore(first) && !day.date().isAfter(last);
            if (!inside || !seen.add(day.date()) || day.name().isBlank()) {
                return "days";
            }
        }
        return seen.stream().noneMatch(date -> date.getYear() == year) ? "year" : null;
    }
}
