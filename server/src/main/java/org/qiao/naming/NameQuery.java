package org.qiao.naming;

import java.util.Optional;

/**
 * A question brought into the form of the keys. No pattern is involved anywhere, so no character is special.
 *
 * @param text folded; never empty
 * @param phone key of the phone numbers that end in these digits, empty when the question is none
 */
record NameQuery(String text, Optional<String> phone) {

    static final int LENGTH_MAX = 64;
    private static final int PHONE_DIGITS_MIN = 4;
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    static Optional<NameQuery> parse(String raw) {
        String text = NameKeys.fold(raw);
        if (text.isEmpty() || text.startsWith(NameKeys.PHONE_MARK) || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String compact = text.replaceAll("[+()-]", "");
        String digits = NameKeys.digits(compact);
        boolean number = digits.length() >= PHONE_DIGITS_MIN && digits.length() == compact.length();
        return Optional.of(new NameQuery(
                text,
                number ? Optional.of(NameKeys.PHONE_MARK + new StringBuilder(digits).reverse()) : Optional.empty()));
    }

    /**
     * Every name that fits the question as a mixture has a key that begins with this. A character stands in the name itself. Two
     * letters are either in one syllable, and then some pinyin begins with them, or in two, and then some initials do.
     */
    String seed() {
        return text.codePoints()
                .filter(Pinyin::isHan)
                .mapToObj(Character::toString)
                .findFirst()
                .orElseGet(() -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length())))));
    }

    /** Exclusive end of the keys that begin with {@code start}; keys are compared byte by byte (collation C). */
    static String end(String start) {
        return start + LAST;
    }
}
