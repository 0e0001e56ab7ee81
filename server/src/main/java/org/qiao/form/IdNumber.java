package org.qiao.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of Chinese identity cards (GB 11643): region, day of birth, running number, check digit. */
final class IdNumber {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private IdNumber() {}

    /** In its one form, with a capital X; empty when it is none. */
    static Optional<String> read(String text) {
        String number = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(number).matches() && isBorn(number.substring(6, 14)) && isChecked(number)
                ? Optional.of(number)
                : Optional.empty();
    }

    private static boolean isBorn(String day) {
        try {
            return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).getYear() >= 1800;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isChecked(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % CHECK.length()) == number.charAt(17);
    }
}
