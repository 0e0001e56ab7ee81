package org.qiao.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.Channel;
import org.qiao.reminder.ReminderTime.AfterWorkTime;
import org.qiao.reminder.ReminderTime.At;
import org.qiao.reminder.ReminderTime.EveryWorkDay;
import org.qiao.reminder.ReminderTime.OnDay;
import org.qiao.reminder.ReminderTime.OnWorkDay;
import org.qiao.workcalendar.TestCalendars;
import org.qiao.workcalendar.WorkCalendar;
import tools.jackson.databind.json.JsonMapper;

class ReminderTimeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkCalendar CHINA = TestCalendars.china();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static @Nullable LocalDateTime next(ReminderTime rule, @Nullable Instant after) {
        return rule.next(after, CHINA)
                .map(at -> LocalDateTime.ofInstant(at, ZONE))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-07, -1, 09:00, 2026-12-04T09:00", // Monday: the Friday before
        "2026-12-04, 1, 09:00, 2026-12-07T09:00",
        "2026-12-05, 0, 09:00, 2026-12-07T09:00",
        "2026-12-04, 0, 09:00, 2026-12-04T09:00",
        "2026-02-24, -1, 18:00, 2026-02-14T18:00", // the swapped Saturday before the Spring Festival
        "2026-10-08, -1, 09:30, 2026-09-30T09:30", // over National Day, into the month before
        "2026-02-28, 1, 08:00, 2026-03-02T08:00",
        "2026-10-01, 3, 08:00, 2026-10-10T08:00" // the swapped Saturday counts
    })
    void onAWorkDayBeforeOrAfterADay(LocalDate day, int workDays, LocalTime time, LocalDateTime expected) {
        assertThat(next(new OnWorkDay(day, workDays, time), null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T17:00, 2, 2026-12-07T10:00",
        "2026-12-04T10:00, -2, 2026-12-03T17:00",
        "2026-09-30T17:00, 8, 2026-10-08T17:30"
    })
    void afterWorkingHours(LocalDateTime from, int hours, LocalDateTime expected) {
        assertThat(next(new AfterWorkTime(at(from.toString()), Duration.ofHours(hours)), null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00, 2026-12-01T08:55", // not begun yet
        "2026-12-01T08:54, 2026-12-01T08:55",
        "2026-12-01T08:55, 2026-12-02T08:55",
        "2026-12-04T09:00, 2026-12-07T08:55",
        "2026-12-31T12:00, " // over
    })
    void everyWorkDayUntilTheLast(LocalDateTime after, @Nullable LocalDateTime expected) {
        EveryWorkDay rule =
                new EveryWorkDay(LocalTime.of(8, 55), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));

        assertThat(next(rule, at(after.toString()))).isEqualTo(expected);
    }

    @Test
    void everyWorkDayLeavesHolidaysOutAndComesOnSwappedDays() {
        EveryWorkDay rule = new EveryWorkDay(LocalTime.of(8, 55), LocalDate.of(2026, 1, 1), null);

        assertThat(next(rule, null)).isEqualTo("2026-01-04T08:55");
        assertThat(next(rule, at("2026-02-13T09:00"))).isEqualTo("2026-02-14T08:55");
        assertThat(next(rule, at("2026-02-14T09:00"))).isEqualTo("2026-02-24T08:55");
    }

    @Test
    void whatComesOnceIsOverWhenItHasPassed() {
        assertThat(next(new At(at("2026-12-01T10:00")), null)).isEqualTo("2026-12-01T10:00");
        assertThat(next(new At(at("2026-12-01T10:00")), at("2026-12-01T10:00"))).isNull();
        assertThat(next(new OnDay(LocalDate.of(2026, 12, 5), LocalTime.NOON), null))
                .isEqualTo("2026-12-05T12:00");
    }

    @Test
    void clocksThatChangeMoveNothingButTheMissingHour() {
        WorkCalendar berlin = WorkCalendar.plain(BERLIN);
        EveryWorkDay rule = new EveryWorkDay(LocalTime.of(9, 0), LocalDate.of(2027, 3, 26), null);

        assertThat(rule.next(Instant.parse("2027-03-26T08:00:00Z"), berlin))
                .as("nine o'clock in summer is an hour earlier")
                .contains(Instant.parse("2027-03-29T07:00:00Z"));
        assertThat(new OnDay(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30)).next(null, berlin))
                .contains(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(new AfterWorkTime(Instant.parse("2026-10-23T15:00:00Z"), Duration.ofHours(2)).next(null, berlin))
                .as("Friday 17:00 in summer time, Monday 10:00 in winter time")
                .contains(Instant.parse("2026-10-26T09:00:00Z"));
    }

    @Test
    void outsideOfWorkingTimeItWaitsUntilWorkBegins() {
        Reminder night = Reminder.of("example", "example:1", new At(at("2026-12-04T22:00")))
                .with(Restraint.WORK_TIME);
        Plan plan = Plan.first(night, CHINA, at("2026-12-04T21:00"));

        assertThat(plan.occasion()).isEqualTo(at("2026-12-04T22:00"));
        assertThat(plan.due()).isEqualTo(at("2026-12-07T09:00"));
        assertThat(Plan.first(night.with(Restraint.NONE), CHINA, at("2026-12-04T21:00"))
                        .due())
                .isEqualTo(plan.occasion());
    }

    @Test
    void rulesAreStoredWithTheirKind() {
        JsonMapper json = JsonMapper.shared();
        for (ReminderTime rule : new ReminderTime[] {
            new At(at("2026-12-04T22:00")),
            new OnDay(LocalDate.of(2026, 12, 5), LocalTime.NOON),
            new OnWorkDay(LocalDate.of(2026, 12, 5), -1, LocalTime.NOON),
            new AfterWorkTime(at("2026-12-04T22:00"), Duration.ofMinutes(90)),
            new EveryWorkDay(LocalTime.of(8, 55), LocalDate.of(2026, 12, 1), null)
        }) {
            String text = json.writerFor(ReminderTime.class).writeValueAsString(rule);
            assertThat(json.readValue(text, ReminderTime.class)).isEqualTo(rule);
        }
    }

    @Test
    void boundsAreHeld() {
        At at = new At(at("2026-12-04T22:00"));
        ReminderText text = new ReminderText("due", Map.of(), "/example/1");

        refused(() -> Reminder.of("example", "other:1", at));
        refused(() -> Reminder.of("Example", "Example:1", at));
        refused(() -> Reminder.of("example", "example:" + "x".repeat(93), at));
        refused(() -> Reminder.of("example", "example:中", at));
        refused(() -> Reminder.of("example", "example:1", at).telling(Set.of(), text));
        refused(() -> Reminder.of("example", "example:1", at).by(Set.of(Channel.SMS)));
        refused(() -> Reminder.of("example", "example:1", at).validFor(Duration.ofDays(8)));
        refused(() -> new ReminderText("due", Map.of(), "//evil.example"));
        refused(() -> new ReminderText("due", Map.of("name", "x".repeat(201)), null));
        refused(() -> new OnWorkDay(LocalDate.of(2026, 12, 5), 501, LocalTime.NOON));
        refused(() -> Plan.first(
                Reminder.of("example", "example:1", new At(at("2032-12-04T22:00"))), CHINA, at("2026-12-04T22:00")));
    }

    private static void refused(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(IllegalArgumentException.class);
    }
}
