package org.qiao.notice;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers in their one form, +8613800138000. Numbers within China may be written as people there dial them; every
 * other country needs its code. Numbers nobody owns (110, 95588, 400-…) are refused: a notice is for a person.
 */
public final class Telephone {

    private static final int MAX_LENGTH = 40;
    private static final int SHOWN_DIGITS = 4;
    private static final String CHINA = "+86";

    private static final Pattern DECORATION = Pattern.compile("[\\s().\\-\u00a0\u2010-\u2015\u2212]");

    /** As in "+44 (0)20 7946 0958": a zero that is dialled only within the country. */
    private static final Pattern INNER_ZERO = Pattern.compile("^((?:\\+|00)[0-9 .\\-]+)\\(0\\)");

    private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:86)?(1[3-9][0-9]{9})");
    private static final Pattern CHINESE_LANDLINE = Pattern.compile("0((?:10|2[0-9])[0-9]{8}|[3-9][0-9]{2}[0-9]{7,8})");

    /** What may follow the code of a country whose numbers we know; others are only counted. */
    private static final Pattern E164 = Pattern.compile("\\+(?:"
            + String.join(
                    "|",
                    "86(?:1[3-9][0-9]{9}|(?:10|2[0-9])[0-9]{8}|[3-9][0-9]{2}[0-9]{7,8})",
                    "85[23][2-9][0-9]{7}",
                    "886[2-9][0-9]{7,8}",
                    "1[2-9][0-9]{2}[2-9][0-9]{6}",
                    "(?!86|85[23]|886|1|0)[0-9]{8,15}")
            + ")");

    /** +86 400…, +86 800… and +86 95…: lines of companies, which share their form with area codes. */
    private static final Pattern SERVICE = Pattern.compile("\\+86(?:[48]00[0-9]{7}|95[0-9]{3,6})");

    private static final Pattern STORED = Pattern.compile("\\+[1-9][0-9]{5,14}");

    private Telephone() {}

    /** "138 0013 8000", "0086-13800138000" and "010-62551234" in their one form; empty when it is no telephone number. */
    public static Optional<String> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String digits =
                DECORATION.matcher(INNER_ZERO.matcher(plain).replaceFirst("$1")).replaceAll("");
        String number = withCountry(digits);
        if (number.startsWith(CHINA + "0")) {
            number = CHINA + number.substring(CHINA.length() + 1);
        }
        boolean known =
                E164.matcher(number).matches() && !SERVICE.matcher(number).matches();
        return known ? Optional.of(number) : Optional.empty();
    }

    /** What people write, and also what is stored already: the numbers of some members are older than the rules above. */
    public static Optional<String> normal(String text) {
        return read(text).or(() -> isStored(text) ? Optional.of(text) : Optional.empty());
    }

    private static String withCountry(String digits) {
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        if (CHINESE_MOBILE.matcher(digits).matches()) {
            return CHINA + digits.substring(digits.length() - 11);
        }
        if (CHINESE_LANDLINE.matcher(digits).matches()) {
            return CHINA + digits.substring(1);
        }
        return digits;
    }

    /** Whether it has the one form; numbers of members are stored in it, some older than the rules above. */
    public static boolean isStored(String number) {
        return STORED.matcher(number).matches();
    }

    /** As it is dialled within China, 13800138000 or 01062551234; of other countries the digits with their code. */
    public static String national(String number) {
        if (!number.startsWith(CHINA)) {
            return number.substring(1);
        }
        String inside = number.substring(CHINA.length());
        return CHINESE_MOBILE.matcher(inside).matches() ? inside : "0" + inside;
    }

    /** For lists and boards: only the last four digits. */
    public static String masked(String number) {
        return "****" + number.substring(Math.max(0, number.length() - SHOWN_DIGITS));
    }
}
