package org.qiao.naming;

import java.util.List;

/** Does a name fit a mixture of characters, whole or begun syllables and initials: "张san", "zhangs", "zsan", "zhsan"? */
final class NameMatcher {

    /** Two letters that also count as an initial. */
    private static final List<String> DOUBLE_INITIALS = List.of("zh", "ch", "sh");

    private NameMatcher() {}

    /** A single character is answered by the keys already; digits and signs are in no syllable. */
    static boolean mayBeMixed(String question) {
        return question.codePointCount(0, question.length()) > 1
                && question.codePoints().allMatch(Character::isLetter);
    }

    static boolean matches(String name, String question) {
        int[] units = name.codePoints().limit(NameKeys.NAME_UNITS_MAX).toArray();
        for (int start = 0; start < units.length; start++) {
            if (Pinyin.isHan(units[start]) && matches(units, start, question, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Each character takes a piece of the question; the last piece may be an unfinished syllable. */
    private static boolean matches(int[] units, int unit, String question, int from) {
        if (from == question.length()) {
            return true;
        }
        if (unit == units.length) {
            return false;
        }
        String literal = new String(Character.toChars(units[unit]));
        if (question.startsWith(literal, from) && matches(units, unit + 1, question, from + literal.length())) {
            return true;
        }
        return Pinyin.readings(units, unit).stream()
                .anyMatch(reading -> matchesReading(units, unit, reading, question, from));
    }

    private static boolean matchesReading(int[] units, int unit, String reading, String question, int from) {
        if (reading.startsWith(question.substring(from))) {
            return true;
        }
        if (question.startsWith(reading, from) && matches(units, unit + 1, question, from + reading.length())) {
            return true;
        }
        if (question.charAt(from) == reading.charAt(0) && matches(units, unit + 1, question, from + 1)) {
            return true;
        }
        return DOUBLE_INITIALS.stream()
                .anyMatch(initial -> reading.startsWith(initial)
                        && question.startsWith(initial, from)
                        && matches(units, unit + 1, question, from + initial.length()));
    }
}
