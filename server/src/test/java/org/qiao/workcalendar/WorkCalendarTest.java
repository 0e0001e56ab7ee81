package org.qiao.workcalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.workcalendar.HolidayYear.HolidayDay;
import org.qiao.workcalendar.WorkCalendar.OwnDay;
import tools.jackson.databind.json.JsonMapper;

class WorkCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Holidays CHINA = ShippedYears.read(JsonMapper.shared());
    private static final WorkCalendar CALENDAR = calendar(CHINA, Map.of());

    private static WorkCalendar calendar(@Nullable Holidays holidays, Map<LocalDate, OwnDay> own) {
        return new WorkCalendar(SHANGHAI, WEEK, WorkHours.STANDARD, holidays, own);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248", "2024, 251"})
    void aYearHasAsManyWorkDaysAsTheStateCouncilSays(int year, int workDays) {
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(CALENDAR.workDaysBetween(first, first.plusYears(1))).isEqualTo(workDays);
        assertThat(CALENDAR.isAnnounced(year)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, WORK, ''",
        "2026-02-14, SWAPPED_WORK, 春节",
        "2026-02-17, HOLIDAY, 春节",
        "2026-01-04, SWAPPED_WORK, 元旦",
        "2026-10-01, HOLIDAY, 国庆节",
        "2026-11-28, REST, ''",
        "2026-11-30, WORK, ''"
    })
    void everyDayIsOfAKind(LocalDate date, DayKind kind, String name) {
        Day day = CALENDAR.day(date);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.name()).isEqualTo(name);
        assertThat(day.announced()).isTrue();
        assertThat(day.own()).isFalse();
    }

    @Test
    void aYearThatIsNotAnnouncedFollowsItsWeekdaysAndSaysSo() {
        assertThat(CALENDAR.isAnnounced(2031)).isFalse();
        assertThat(CALENDAR.day(day("2031-10-01")))
                .isEqualTo(new Day(day("2031-10-01"), DayKind.WORK, "", false, false));
        assertThat(calendar(null, Map.of()).isAnnounced(2031))
                .as("no holidays to be announced")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-24, -1, 2026-02-14",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, -1, 2026-11-27",
        "2026-11-28, 0, 2026-11-28",
        "2026-01-30, 2, 2026-02-03",
        "2026-02-28, 5, 2026-03-06",
        "2026-09-30, 1, 2026-10-08",
        "2026-12-31, 1, 2027-01-01"
    })
    void workDaysAreCountedOverHolidaysSwappedDaysAndMonths(LocalDate from, int days, LocalDate expected) {
        assertThat(CALENDAR.plusWorkDays(from, days)).isEqualTo(expected);
    }

    @Test
    void workDaysBetweenLeavesTheEndOut() {
        assertThat(CALENDAR.workDaysBetween(day("2026-11-27"), day("2026-11-30")))
                .isEqualTo(1);
        assertThat(CALENDAR.workDaysBetween(day("2026-11-30"), day("2026-11-27")))
                .isZero();
        assertThat(CALENDAR.workDayFrom(day("2026-11-28"))).isEqualTo(day("2026-11-30"));
        assertThat(CALENDAR.workDayFrom(day("2026-11-30"))).isEqualTo(day("2026-11-30"));
    }

    @Test
    void theCompanyDecidesAboutItsOwnDays() {
        WorkCalendar own = calendar(
                CHINA,
                Map.of(
                        day("2026-11-27"), new OwnDay(false, "厂庆"),
                        day("2026-11-28"), new OwnDay(true, "盘点"),
                        day("2026-10-02"), new OwnDay(true, ""),
                        day("2026-11-26"), new OwnDay(true, "")));

        assertThat(own.day(day("2026-11-27"))).isEqualTo(new Day(day("2026-11-27"), DayKind.HOLIDAY, "厂庆", true, true));
        assertThat(own.kind(day("2026-11-28"))).isEqualTo(DayKind.SWAPPED_WORK);
        assertThat(own.kind(day("2026-10-02"))).isEqualTo(DayKind.SWAPPED_WORK);
        assertThat(own.kind(day("2026-11-26"))).isEqualTo(DayKind.WORK);
        assertThat(own.nextWorkDay(day("2026-11-26"))).isEqualTo(day("2026-11-28"));
    }

    @Test
    void aCompanyThatWorksOnSaturdaysHasTheHolidaysToo() {
        WorkCalendar six = new WorkCalendar(
                SHANGHAI, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), WorkHours.STANDARD, CHINA, Map.of());

        assertThat(six.kind(day("2026-11-28"))).isEqualTo(DayKind.WORK);
        assertThat(six.kind(day("2026-10-03"))).isEqualTo(DayKind.HOLIDAY);
    }

    @ParameterizedTest
    @CsvSource({
        // from, minutes, expected
        "2026-11-27T09:00, 60, 2026-11-27T10:00",
        "2026-11-27T11:30, 60, 2026-11-27T14:00", // over lunch
        "2026-11-27T12:30, 60, 2026-11-27T14:30", // in the break
        "2026-11-27T17:30, 60, 2026-11-30T09:30", // over the weekend
        "2026-11-27T16:00, 120, 2026-11-27T18:00", // the end of work is soon enough
        "2026-11-28T10:00, 30, 2026-11-30T09:30",
        "2026-02-14T17:00, 120, 2026-02-24T10:00", // a swapped Saturday, then ten days of holidays
        "2026-11-27T20:00, 0, 2026-11-27T20:00",
        "2026-11-27T07:00, 2250, 2026-12-03T18:00", // a week of 7.5 hours
        "2026-11-27T10:00, -60, 2026-11-27T09:00",
        "2026-11-30T09:30, -60, 2026-11-27T17:30",
        "2026-11-27T14:00, -60, 2026-11-27T11:30",
        "2026-02-24T10:00, -120, 2026-02-14T17:00"
    })
    void workTimePassesOnlyWhileOneWorks(String from, long minutes, String expected) {
        assertThat(CALENDAR.plusWorkTime(at(from), Duration.ofMinutes(minutes))).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00, 2026-11-27T09:00",
        "2026-11-27T09:00, 2026-11-27T09:00",
        "2026-11-27T12:00, 2026-11-27T13:30",
        "2026-11-27T17:59:59, 2026-11-27T17:59:59",
        "2026-11-27T18:00, 2026-11-30T09:00",
        "2026-02-15T10:00, 2026-02-24T09:00"
    })
    void theNextWorkingTime(String from, String expected) {
        assertThat(CALENDAR.nextWorkTime(at(from))).isEqualTo(at(expected));
        assertThat(CALENDAR.isWorkTime(at(from))).isEqualTo(from.equals(expected));
    }

    @Test
    void workTimeBetweenIsTheReverseOfPlus() {
        Instant from = at("2026-11-27T11:17");
        for (int minutes = 0; minutes < 4_000; minutes += 37) {
            Instant until = CALENDAR.plusWorkTime(from, Duration.ofMinutes(minutes));
            assertThat(CALENDAR.workTimeBetween(from, until)).isEqualTo(Duration.ofMinutes(minutes));
        }
        assertThat(CALENDAR.workTimeBetween(at("2026-12-01T10:00"), from)).isZero();
    }

    @Test
    void aNightInWhichTheClocksChangeIsAsLongAsItIs() {
        WorkHours early = new WorkHours(LocalTime.of(1, 0), LocalTime.of(5, 0), null, null);
        WorkCalendar calendar = new WorkCalendar(BERLIN, EnumSet.allOf(DayOfWeek.class), early, null, Map.of());
        Instant midnight = day("2027-03-28").atStartOfDay(BERLIN).toInstant();

        assertThat(calendar.plusWorkTime(midnight, Duration.ofHours(3)))
                .as("01:00 to 05:00 has three hours on that day")
                .isEqualTo(calendar.at(day("2027-03-28"), LocalTime.of(5, 0)));
        assertThat(calendar.at(day("2027-03-28"), LocalTime.of(2, 30)))
                .isEqualTo(
                        LocalDateTime.parse("2027-03-28T03:30").atZone(BERLIN).toInstant());
        assertThat(calendar.at(day("2026-10-25"), LocalTime.of(2, 30)))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void nobodyCountsForEver() {
        assertThatThrownBy(() -> CALENDAR.plusWorkDays(day("2026-01-01"), 1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkCalendar(SHANGHAI, Set.of(), WorkHours.STANDARD, null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anImportedYearStandsInForTheOneThatCameWithTheProgram() {
        HolidayYear year = new HolidayYear(
                2026, List.of("https://example.com/paper"), List.of(new HolidayDay("校庆", day("2026-05-20"), true)));
        WorkCalendar calendar = calendar(CHINA.with(List.of(year)), Map.of());

        assertThat(calendar.kind(day("2026-05-20"))).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendar.kind(day("2026-10-01"))).isEqualTo(DayKind.WORK);
        assertThat(calendar.kind(day("2025-10-01"))).isEqualTo(DayKind.HOLIDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 18:00, 12:00, 13:30, true",
        "09:00, 18:00, , , true",
        "18:00, 09:00, , , false",
        "09:00, 09:00, , , false",
        "09:00, 18:00, 12:00, , false",
        "09:00, 18:00, 08:00, 10:00, false",
        "09:00, 18:00, 13:00, 12:00, false",
        "09:00, 18:00, 17:00, 18:00, false"
    })
    void hoursAreSound(
            LocalTime from,
            LocalTime until,
            @Nullable LocalTime breakFrom,
            @Nullable LocalTime breakUntil,
            boolean sound) {
        assertThat(new WorkHours(from, until, breakFrom, breakUntil).isSound()).isEqualTo(sound);
    }
}
