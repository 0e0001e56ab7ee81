package org.qiao.form;

import java.time.LocalDate;
import java.util.Set;

/** Which days are worked; given by whoever lets a form be filled in, for lengths in work days. */
@FunctionalInterface
public interface DayCounter {

    /** Mondays to Fridays, for who knows no calendar. */
    DayCounter WEEKDAYS = (from, to) -> from.datesUntil(to.plusDays(1))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    /** The work days between two days, both included. They are at most {@value DateText#RANGE_DAYS_MAX} apart. */
    Set<LocalDate> workDays(LocalDate from, LocalDate to);
}
