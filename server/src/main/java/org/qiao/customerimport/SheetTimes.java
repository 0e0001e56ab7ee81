package org.qiao.customerimport;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and moments as they stand in sheets: written in one of the usual ways, or the number that spreadsheet programs make of them. */
final class SheetTimes {

    /** Day 0 of spreadsheet programs, which believe that 1900 was a leap year. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int SECONDS_OF_DAY = 86_400;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,20})?");
    private static final Pattern WRITTEN = Pattern.compile(
            "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]+([0-9]{1,2})[:：]([0-9]{2})(?:[:：][0-9]{2})?)?");

    private SheetTimes() {}

    static Optional<LocalDate> day(String text) {
        return read(text, MORNING).map(LocalDateTime::toLocalDate);
    }

    /** A day alone means nine in the morning. */
    static Optional<LocalDateTime> moment(String text) {
        return read(text, MORNING);
    }

    private static Optional<LocalDateTime> read(String text, LocalTime standard) {
        String plain = text.strip();
        try {
            if (NUMBER.matcher(plain).matches()) {
                return Optional.of(serial(new BigDecimal(plain), standard));
            }
            Matcher written = WRITTEN.matcher(plain);
            return written.matches() ? Optional.of(written(written, standard)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime serial(BigDecimal number, LocalTime standard) {
        LocalDate day = DAY_ZERO.plusDays(number.longValue());
        BigDecimal part = number.subtract(new BigDecimal(number.longValue()));
        if (part.signum() == 0) {
            return day.atTime(standard);
        }
        long minutes = Math.round(part.doubleValue() * SECONDS_OF_DAY / 60);
        return day.atStartOfDay().plusMinutes(minutes);
    }

    private static LocalDateTime written(Matcher text, LocalTime standard) {
        LocalDate day = LocalDate.of(
                Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)), Integer.parseInt(text.group(3)));
        return text.group(4) == null
                ? day.atTime(standard)
                : day.atTime(Integer.parseInt(text.group(4)), Integer.parseInt(text.group(5)));
    }
}
