package org.qiao.workcalendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a company works.
 *
 * @param weekdays that are worked when no holiday says otherwise
 */
record CalendarSettings(
        @NotNull Base base,
        @NotEmpty Set<@NotNull DayOfWeek> weekdays,
        @NotNull @Valid WorkHours hours) {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private static final Set<String> CHINA =
            Set.of("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC");

    enum Base {
        /** The public holidays of China and the work days that are swapped for them. */
        CN_HOLIDAYS,
        /** Weekdays only. */
        WEEKDAYS
    }

    CalendarSettings {
        weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
    }

    /** Until the company decides otherwise: a company in China has its holidays. */
    static CalendarSettings standard(ZoneId zone) {
        Base base = CHINA.contains(zone.getId()) ? Base.CN_HOLIDAYS : Base.WEEKDAYS;
        return new CalendarSettings(base, MONDAY_TO_FRIDAY, WorkHours.STANDARD);
    }
}
