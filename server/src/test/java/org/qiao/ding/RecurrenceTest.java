package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.ding.Recurrence.Kind;
import org.qiao.workcalendar.TestCalendars;
import org.qiao.workcalendar.WorkCalendar;

class RecurrenceTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar PLAIN = WorkCalendar.plain(ZONE);
    private static final LocalDate START = LocalDate.of(2026, 12, 1); // a Tuesday

    private static Recurrence at0830(Kind kind, Set<DayOfWeek> weekdays, @Nullable Integer day) {
        return new Recurrence(kind, weekdays, day, LocalTime.of(8, 30), START, LocalDate.of(2027, 3, 31));
    }

    private static @Nullable LocalDateTime next(Recurrence rule, String after) {
        Instant from = LocalDateTime.parse(after).atZone(ZONE).toInstant();
        return rule.next(from, PLAIN)
                .map(at -> at.atZone(ZONE).toLocalDateTime())
                .orElse(null);
    }

    @Test
    void daily() {
        Recurrence rule = at0830(Kind.DAILY, Set.of(), null);

        assertThat(next(rule, "2026-11-20T00:00")).isEqualTo("2026-12-01T08:30");
        assertThat(next(rule, "2026-12-01T08:29")).isEqualTo("2026-12-01T08:30");
        assertThat(next(rule, "2026-12-01T08:30")).isEqualTo("2026-12-02T08:30");
        assertThat(next(rule, "2027-03-31T08:30")).as("it is over").isNull();
    }

    @Test
    void workDaysLeaveTheWeekendOut() {
        assertThat(next(at0830(Kind.WORKDAYS, Set.of(), null), "2026-12-04T09:00"))
                .isEqualTo("2026-12-07T08:30");
    }

    @Test
    void workDaysAreTheCompanysOwn() {
        Recurrence rule =
                new Recurrence(Kind.WORKDAYS, Set.of(), null, LocalTime.of(8, 30), LocalDate.of(2026, 1, 1), null);
        WorkCalendar china = TestCalendars.china();

        assertThat(rule.next(local("2025-12-31T09:00"), china))
                .as("New Year is free, the Sunday after it is worked")
                .contains(local("2026-01-04T08:30"));
        assertThat(rule.next(local("2026-02-14T09:00"), china)).contains(local("2026-02-24T08:30"));
        assertThat(rule.next(local("2026-09-30T09:00"), china)).contains(local("2026-10-08T08:30"));
    }

    private static Instant local(String at) {
        return LocalDateTime.parse(at).atZone(ZONE).toInstant();
    }

    @Test
    void weeklyOnSomeDays() {
        Recurrence rule = at0830(Kind.WEEKLY, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), null);

        assertThat(next(rule, "2026-12-01T00:00")).isEqualTo("2026-12-03T08:30");
        assertThat(next(rule, "2026-12-03T08:30")).isEqualTo("2026-12-07T08:30");
    }

    @Test
    void monthlyOnTheLastDayOfAShortMonth() {
        Recurrence rule = at0830(Kind.MONTHLY, Set.of(), 31);

        assertThat(next(rule, "2026-12-01T00:00")).isEqualTo("2026-12-31T08:30");
        assertThat(next(rule, "2027-01-31T09:00")).isEqualTo("2027-02-28T08:30");
    }

    @Test
    void halfARuleIsNone() {
        assertThat(at0830(Kind.WEEKLY, Set.of(), null).isSound()).isFalse();
        assertThat(at0830(Kind.MONTHLY, Set.of(), null).isSound()).isFalse();
        assertThat(new Recurrence(Kind.DAILY, Set.of(), null, LocalTime.NOON, START, START.minusDays(1)).isSound())
                .isFalse();
    }

    @Test
    void aTimeThatAChangeOfClocksLeavesOutComesLater() {
        Recurrence rule = new Recurrence(
                Kind.DAILY, Set.of(), null, LocalTime.of(2, 30), LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28));
        ZoneId zone = ZoneId.of("Europe/Berlin");

        assertThat(rule.next(Instant.parse("2027-03-27T23:00:00Z"), WorkCalendar.plain(zone)))
                .contains(LocalDateTime.parse("2027-03-28T03:30").atZone(zone).toInstant());
    }
}
