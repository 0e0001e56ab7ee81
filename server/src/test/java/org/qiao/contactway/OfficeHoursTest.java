package org.qiao.contactway;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.workcalendar.WorkCalendar;

class OfficeHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.plain(ZONE);
    private static final List<OfficeHours> OWN = List.of(
            new OfficeHours(Set.of(MONDAY, FRIDAY), LocalTime.of(9, 0), LocalTime.NOON),
            new OfficeHours(Set.of(FRIDAY), LocalTime.of(20, 0), LocalTime.MIDNIGHT));

    /** 2026-11-27 is a Friday. One time off has one beginning. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00, 2026-11-23T12:00",
        "2026-11-27T09:00, there",
        "2026-11-27T11:59, there",
        "2026-11-27T12:00, 2026-11-27T12:00",
        "2026-11-27T19:59, 2026-11-27T12:00",
        "2026-11-27T23:59, there",
        "2026-11-28T00:00, 2026-11-28T00:00",
        "2026-11-29T12:00, 2026-11-28T00:00",
    })
    void ownHours(LocalDateTime at, String expected) {
        assertThat(since(OWN, at)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00, there",
        "2026-11-27T12:30, 2026-11-27T12:00",
        "2026-11-27T18:00, 2026-11-27T18:00",
        "2026-11-29T03:00, 2026-11-27T18:00",
        "2026-11-30T08:59, 2026-11-27T18:00",
    })
    void withoutOwnHoursTheCompanysCalendar(LocalDateTime at, String expected) {
        assertThat(since(null, at)).isEqualTo(expected);
    }

    @Test
    void whoHasNoHoursIsNeverThere() {
        assertThat(OfficeHours.offSince(List.of(), CALENDAR, Instant.parse("2026-11-27T02:00:00Z")))
                .contains(Instant.EPOCH);
    }

    private static String since(@Nullable List<OfficeHours> hours, LocalDateTime at) {
        return OfficeHours.offSince(hours, CALENDAR, at.atZone(ZONE).toInstant())
                .map(since -> LocalDateTime.ofInstant(since, ZONE).toString())
                .orElse("there");
    }
}
