package org.qiao.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.qiao.form.FieldKind.Reset;

/** Serial numbers: prefix, period, running number with leading zeros. */
public final class SerialText {

    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private SerialText() {}

    /** What stands between prefix and number, and within which the numbers run. */
    public static String period(Reset reset, LocalDate day) {
        return switch (reset) {
            case NEVER -> "";
            case YEAR -> day.format(YEAR);
            case MONTH -> day.format(MONTH);
            case DAY -> day.format(DAY);
        };
    }

    /** A number with more digits than planned stays whole. */
    public static String of(FieldKind.Serial serial, String period, long number) {
        String digits = Long.toString(number);
        String prefix = serial.prefix() == null ? "" : serial.prefix();
        return prefix + period + "0".repeat(Math.max(0, serial.width() - digits.length())) + digits;
    }
}
