package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.form.FieldKind.DateRange;
import org.qiao.form.FieldKind.Length;
import org.qiao.form.FieldKind.Precision;

class DateTextTest {

    /** 27 November 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "DAY, DAYS, 2026-11-27, 2026-11-27, 1",
        "DAY, DAYS, 2026-11-27, 2026-11-30, 4",
        "DAY, DAYS, 2024-02-28, 2024-03-01, 3",
        "DAY, WORK_DAYS, 2026-11-27, 2026-11-30, 2",
        "DAY, WORK_DAYS, 2026-11-28, 2026-11-29, 0",
        "HALF_DAY, DAYS, 2026-11-27 AM, 2026-11-27 AM, 0.5",
        "HALF_DAY, DAYS, 2026-11-27 AM, 2026-11-27 PM, 1",
        "HALF_DAY, DAYS, 2026-11-27 PM, 2026-11-28 AM, 1",
        "HALF_DAY, DAYS, 2026-11-27 PM, 2026-11-30 AM, 3",
        "HALF_DAY, WORK_DAYS, 2026-11-27 PM, 2026-11-30 AM, 1",
        "HALF_DAY, WORK_DAYS, 2026-11-27 PM, 2026-11-30 PM, 1.5",
        "HALF_DAY, WORK_DAYS, 2026-11-28 AM, 2026-11-29 PM, 0",
        "MINUTE, HOURS, 2026-11-27T18:00, 2026-11-27T20:30, 2.5",
        "MINUTE, HOURS, 2026-11-27T18:00, 2026-11-27T18:20, 0.33",
        "MINUTE, HOURS, 2026-11-27T23:00, 2026-11-28T01:00, 2",
        "MINUTE, DAYS, 2026-11-27T09:00, 2026-11-28T21:00, 1.5"
    })
    void lengthsAreCounted(Precision precision, Length length, String from, String to, String expected) {
        LocalDateTime start = DateText.read(from, precision).orElseThrow();
        LocalDateTime end = DateText.read(to, precision).orElseThrow();

        assertThat(DateText.length(start, end, new DateRange(precision, length), DayCounter.WEEKDAYS)
                        .toPlainString())
                .isEqualTo(expected);
        assertThat(DateText.of(start, precision)).isEqualTo(from);
        assertThat(DateText.of(end, precision)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "2026-13-01",
                "26-11-27",
                "2026-11-27 am",
                "2026-11-27T25:00",
                "2026-11-27T09:30:10",
                "1899-12-31",
                "9999-01-01",
                "+999999999-01-01",
                "x PM"
            })
    void whatIsNoDayIsNone(String text) {
        for (Precision precision : Precision.values()) {
            assertThat(DateText.read(text, precision)).isEmpty();
        }
    }
}
