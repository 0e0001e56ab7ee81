package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void aSpanCountsBothDaysAndIsNoneBeyondTheYearsOfCalendars() {
        assertThat(Limits.isSpan(DAY, DAY, 1)).isTrue();
        assertThat(Limits.isSpan(DAY, DAY.plusDays(1), 1)).isFalse();
        assertThat(Limits.isSpan(DAY, DAY.plusDays(365), 366)).isTrue();
        assertThat(Limits.isSpan(DAY, DAY.minusDays(1), 366)).isFalse();
        assertThat(Limits.isSpan(LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 31), 366))
                .isTrue();
        assertThat(Limits.isSpan(LocalDate.MAX, LocalDate.MAX, 366)).isFalse();
        assertThat(Limits.isSpan(LocalDate.of(0, 12, 31), LocalDate.of(1, 1, 1), 366))
                .isFalse();
        assertThat(Limits.isSpan(LocalDate.MIN, LocalDate.MAX, 366)).isFalse();
    }

    @Test
    void aFailedJobWaitsLongerEachTimeUpToAnHour() {
        assertThat(Limits.pause(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Limits.pause(3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Limits.pause(1_000)).isEqualTo(Duration.ofHours(1));
    }
}
