package org.qiao.reporttemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.audience.StartRange;
import org.qiao.reporttemplate.ReportRules.ReportDeadline;
import org.qiao.reporttemplate.ReportRules.ReportTo;
import org.qiao.workcalendar.TestCalendars;
import org.qiao.workcalendar.WorkCalendar;

/** A company in Shanghai: National Day is off from 1 to 7 October 2026, Saturday the 10th is worked. */
class PeriodsTest {

    private static final WorkCalendar CHINA = TestCalendars.china();

    private static ReportRules rules(ReportCycle cycle, @Nullable ReportDeadline deadline, boolean late) {
        ReportTo to = new ReportTo(Set.of(), Set.of(1), Set.of(), Set.of(), true);
        return new ReportRules(cycle, StartRange.EVERYONE, deadline, late, 60, to, List.of(60, 10), List.of(30));
    }

    private static Periods periods(ReportCycle cycle, int days, boolean workDays, String time) {
        return new Periods(rules(cycle, new ReportDeadline(days, workDays, LocalTime.parse(time)), true), CHINA);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA.zone()).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 2026-11-27, 2026-11-27, 2026-11-27",
        "DAY, 2026-11-27, 2026-11-27, 2026-11-27",
        "WEEK, 2026-11-27, 2026-11-23, 2026-11-29",
        "WEEK, 2026-11-23, 2026-11-23, 2026-11-29",
        "WEEK, 2026-11-29, 2026-11-23, 2026-11-29",
        "WEEK, 2027-01-01, 2026-12-28, 2027-01-03",
        "MONTH, 2026-11-27, 2026-11-01, 2026-11-30",
        "MONTH, 2028-02-29, 2028-02-01, 2028-02-29"
    })
    void aDayLiesInOnePeriod(ReportCycle cycle, LocalDate day, LocalDate from, LocalDate to) {
        Period period = Period.of(cycle, day);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.holds(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-27, 0, false, 18:00, 2026-11-27T18:00",
        "DAY, 2026-11-27, 1, false, 10:00, 2026-11-28T10:00",
        "DAY, 2026-11-27, 1, true, 10:00, 2026-11-30T10:00",
        "DAY, 2026-09-30, 1, true, 10:00, 2026-10-08T10:00",
        "DAY, 2026-10-10, 0, true, 18:00, 2026-10-10T18:00",
        "DAY, 2026-10-10, 1, true, 10:00, 2026-10-12T10:00",
        "WEEK, 2026-09-29, 0, true, 18:00, 2026-09-30T18:00",
        "WEEK, 2026-09-29, 0, false, 18:00, 2026-10-04T18:00",
        "WEEK, 2026-10-08, 0, true, 18:00, 2026-10-10T18:00",
        "WEEK, 2026-10-08, 1, true, 12:00, 2026-10-12T12:00",
        "MONTH, 2026-09-15, 3, true, 18:00, 2026-10-10T18:00",
        "MONTH, 2026-11-15, 3, false, 18:00, 2026-12-03T18:00"
    })
    void deadlinesFollowHolidaysAndSwappedDays(
            ReportCycle cycle, LocalDate day, int days, boolean workDays, String time, String due) {
        Periods periods = periods(cycle, days, workDays, time);

        assertThat(periods.dueAt(periods.of(day))).contains(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-10-03, true",
        "DAY, 2026-10-10, false",
        "DAY, 2026-10-11, true",
        "DAY, 2026-11-28, true",
        "WEEK, 2026-02-18, true",
        "WEEK, 2026-10-06, false",
        "MONTH, 2026-10-06, false"
    })
    void nobodyMustReportForDaysOnWhichNobodyWorks(ReportCycle cycle, LocalDate day, boolean free) {
        Periods periods = periods(cycle, 0, true, "18:00");
        Period period = periods.of(day);

        assertThat(periods.isFree(period)).isEqualTo(free);
        assertThat(periods.dueAt(period).isEmpty()).isEqualTo(free);
        assertThat(periods.occasions(period).isEmpty()).isEqualTo(free);
    }

    @Test
    void lateIsAfterTheDeadlineAndClosedOnlyWhereNothingLateIsTaken() {
        Period friday = Period.of(ReportCycle.DAY, LocalDate.parse("2026-11-27"));
        ReportDeadline six = new ReportDeadline(0, false, LocalTime.of(18, 0));
        Periods open = new Periods(rules(ReportCycle.DAY, six, true), CHINA);
        Periods strict = new Periods(rules(ReportCycle.DAY, six, false), CHINA);

        assertThat(open.isLate(friday, at("2026-11-27T18:00"))).isFalse();
        assertThat(open.isLate(friday, at("2026-11-27T18:00:01"))).isTrue();
        assertThat(open.isClosed(friday, at("2026-11-28T09:00"))).isFalse();
        assertThat(strict.isClosed(friday, at("2026-11-27T18:00"))).isFalse();
        assertThat(strict.isClosed(friday, at("2026-11-27T18:00:01"))).isTrue();
        assertThat(new Periods(rules(ReportCycle.DAY, null, true), CHINA).isLate(friday, at("2030-01-01T00:00")))
                .isFalse();
    }

    @Test
    void theLastPeriodIsOpenUntilItIsDueOrSent() {
        Periods periods = periods(ReportCycle.DAY, 1, true, "10:00");
        Period monday = periods.of(LocalDate.parse("2026-11-23"));
        Period tuesday = monday.next();

        assertThat(periods.open(at("2026-11-24T09:00"), period -> false)).isEqualTo(monday);
        assertThat(periods.open(at("2026-11-24T09:00"), monday::equals)).isEqualTo(tuesday);
        assertThat(periods.open(at("2026-11-24T10:01"), period -> false)).isEqualTo(tuesday);
        assertThat(periods(ReportCycle.DAY, 0, true, "18:00").open(at("2026-11-24T09:00"), period -> false))
                .isEqualTo(tuesday);
    }

    @Test
    void occasionsComeBeforeAndAfterTheDeadlineInTheirOrder() {
        Periods periods = periods(ReportCycle.DAY, 0, true, "18:00");
        Instant first = periods.next(at("2026-11-27T16:00")).getFirst().at();
        Instant second = periods.next(first).getFirst().at();
        Instant third = periods.next(second).getFirst().at();

        assertThat(List.of(first, second, third))
                .containsExactly(at("2026-11-27T17:00"), at("2026-11-27T17:50"), at("2026-11-27T18:30"));
        assertThat(periods.next(third).getFirst().at()).isEqualTo(at("2026-11-30T17:00"));
        assertThat(periods.exactly(third)).singleElement().satisfies(occasion -> {
            assertThat(occasion.overdue()).isTrue();
            assertThat(occasion.period().from()).isEqualTo(LocalDate.parse("2026-11-27"));
        });
        assertThat(periods.exactly(third.plusSeconds(1))).isEmpty();
    }

    @Test
    void whereThereIsNoCycleNobodyIsReminded() {
        assertThat(new Periods(rules(ReportCycle.NONE, null, true), CHINA).next(at("2026-11-27T16:00")))
                .isEmpty();
    }
}
