package org.qiao.reporttemplate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days that one report is about. For {@link ReportCycle#NONE} the day on which it was written.
 *
 * @param to included
 */
public record Period(ReportCycle cycle, LocalDate from, LocalDate to) {

    /** The one in which a day lies. */
    public static Period of(ReportCycle cycle, LocalDate day) {
        return switch (cycle) {
            case NONE, DAY -> new Period(cycle, day, day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(cycle, monday, monday.plusDays(6));
            }
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield new Period(cycle, first, first.plusMonths(1).minusDays(1));
            }
        };
    }

    public Period previous() {
        return of(cycle, from.minusDays(1));
    }

    public Period next() {
        return of(cycle, to.plusDays(1));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
