package org.qiao.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldKind.Length;
import org.qiao.form.FieldKind.Precision;

/** Dates as forms write them, and how long a range is. A half day is noted by its beginning: midnight or noon. */
final class DateText {

    /** Ten years: more is a slip of the pen. */
    static final int RANGE_DAYS_MAX = 3_660;

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(1_440);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private DateText() {}

    static Optional<LocalDateTime> read(String text, Precision precision) {
        try {
            return Optional.of(
                            switch (precision) {
                                case DAY -> LocalDate.parse(text).atStartOfDay();
                                case HALF_DAY -> halfDay(text);
                                case MINUTE -> LocalDateTime.parse(text, MINUTE);
                            })
                    .filter(time -> time.getYear() >= YEAR_MIN && time.getYear() <= YEAR_MAX);
        } catch (DateTimeException bad) {
            return Optional.empty();
        }
    }

    private static LocalDateTime halfDay(String text) {
        boolean morning = text.endsWith(" AM");
        if (!morning && !text.endsWith(" PM")) {
            throw new DateTimeException("no half day");
        }
        LocalDate day = LocalDate.parse(text.substring(0, text.length() - 3));
        return day.atTime(morning ? LocalTime.MIDNIGHT : LocalTime.NOON);
    }

    static String of(LocalDateTime time, Precision precision) {
        return switch (precision) {
            case DAY -> time.toLocalDate().toString();
            case HALF_DAY -> time.toLocalDate() + (time.getHour() < LocalTime.NOON.getHour() ? " AM" : " PM");
            case MINUTE -> time.format(MINUTE);
        };
    }

    /** Whether the end is not before the beginning, and not years later. Minutes must go on, days and halves include their end. */
    static boolean isRange(LocalDateTime from, LocalDateTime to, Precision precision) {
        boolean ordered = precision == Precision.MINUTE ? from.isBefore(to) : !to.isBefore(from);
        return ordered && ChronoUnit.DAYS.between(from, to) < RANGE_DAYS_MAX;
    }

    /** In days or hours, both ends included where they are whole days or halves. */
    static BigDecimal length(LocalDateTime from, LocalDateTime to, FieldKind.DateRange range, DayCounter days) {
        BigDecimal length =
                switch (range.fineness()) {
                    case MINUTE -> minutes(from, to, range.counted());
                    case DAY, HALF_DAY ->
                        range.counted() == Length.WORK_DAYS
                                ? halves(
                                        from, to, range.fineness(), days.workDays(from.toLocalDate(), to.toLocalDate()))
                                : halves(from, to, range.fineness(), null);
                };
        return length.signum() == 0 ? BigDecimal.ZERO : length.stripTrailingZeros();
    }

    private static BigDecimal minutes(LocalDateTime from, LocalDateTime to, Length counted) {
        BigDecimal minutes = BigDecimal.valueOf(Duration.between(from, to).toMinutes());
        return minutes.divide(counted == Length.HOURS ? MINUTES_OF_HOUR : MINUTES_OF_DAY, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal halves(
            LocalDateTime from, LocalDateTime to, Precision precision, @Nullable Set<LocalDate> worked) {
        LocalDateTime last = precision == Precision.DAY ? to.toLocalDate().atTime(LocalTime.NOON) : to;
        long count = 0;
        for (LocalDateTime half = from; !half.isAfter(last); half = half.plusHours(12)) {
            if (worked == null || worked.contains(half.toLocalDate())) {
                count++;
            }
        }
        return BigDecimal.valueOf(count).multiply(HALF);
    }
}
