package org.qiao.dingrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 30));

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T21:59:59,",
        "2026-12-01T22:00:00, 2026-12-02T07:00",
        "2026-12-01T23:59:59, 2026-12-02T07:00",
        "2026-12-02T00:00:00, 2026-12-02T07:00",
        "2026-12-02T06:59:59, 2026-12-02T07:00",
        "2026-12-02T07:00:00,",
        "2026-12-31T22:30:00, 2027-01-01T07:00"
    })
    void aNightGoesOverMidnight(LocalDateTime at, LocalDateTime end) {
        assertThat(NIGHT.end(at.atZone(ZONE).toInstant(), ZONE).orElse(null))
                .isEqualTo(end == null ? null : end.atZone(ZONE).toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T11:59,", "2026-12-01T12:00, 2026-12-01T13:30", "2026-12-01T13:30,"})
    void aNoonDoesNot(LocalDateTime at, LocalDateTime end) {
        assertThat(NOON.end(at.atZone(ZONE).toInstant(), ZONE).orElse(null))
                .isEqualTo(end == null ? null : end.atZone(ZONE).toInstant());
    }

    @Test
    void inTheHourThatComesTwiceTheEndIsStillAhead() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        Instant secondTime = Instant.parse("2026-10-25T01:10:00Z"); // 02:10 in winter time

        assertThat(night.end(secondTime, berlin)).contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(night.end(secondTime.minusSeconds(3_600), berlin)).contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void theZoneDecidesNotTheServer() {
        var evening = LocalDateTime.parse("2026-12-01T22:30").atZone(ZONE).toInstant();

        assertThat(NIGHT.end(evening, ZONE)).isPresent();
        assertThat(NIGHT.end(evening, ZoneId.of("UTC"))).isEmpty();
    }

    @Test
    void equalTimesAreNoQuietHours() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);

        assertThat(none.end(LocalDateTime.parse("2026-12-01T12:00").atZone(ZONE).toInstant(), ZONE))
                .isEmpty();
    }
}
