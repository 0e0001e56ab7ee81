package org.qiao.contactway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.workcalendar.WorkCalendar;

class ServiceTimeTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.plain(ZoneOffset.UTC);
    private static final Instant SATURDAY_NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void theHoursOfACardCountBeforeTheCompanys() {
        OfficeHours evenings =
                new OfficeHours(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(18, 0), LocalTime.MIDNIGHT);
        OfficeHours overlapping = new OfficeHours(Set.of(DayOfWeek.SATURDAY), LocalTime.of(17, 0), LocalTime.of(19, 0));
        ServiceTime own = new ServiceTime(List.of(evenings, overlapping), CALENDAR);

        assertThat(own.isOn(SATURDAY_NOON)).isFalse();
        assertThat(own.isOn(Instant.parse("2026-11-28T17:30:00Z"))).isTrue();
        assertThat(own.plus(SATURDAY_NOON, Duration.ofHours(8))).isEqualTo(Instant.parse("2026-11-29T19:00:00Z"));
        assertThat(own.between(SATURDAY_NOON, Instant.parse("2026-11-29T19:00:00Z")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(own.between(SATURDAY_NOON, SATURDAY_NOON)).isEqualTo(Duration.ZERO);
    }

    @Test
    void withoutHoursTheCompanysCount() {
        for (ServiceTime time : List.of(
                ServiceTime.of(CALENDAR), new ServiceTime(null, CALENDAR), new ServiceTime(List.of(), CALENDAR))) {
            assertThat(time.isOn(SATURDAY_NOON)).isFalse();
            assertThat(time.plus(SATURDAY_NOON, Duration.ofMinutes(10)))
                    .isEqualTo(Instant.parse("2026-11-30T09:10:00Z"));
            assertThat(time.between(SATURDAY_NOON, Instant.parse("2026-11-30T09:10:00Z")))
                    .isEqualTo(Duration.ofMinutes(10));
        }
    }
}
