package org.qiao.customerguard;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be recognised by its form. All of them read a text as {@link GuardText} folds it, in time that grows with its length. */
enum GuardPattern {
    /** A Chinese mobile or fixed number, or one with a country's code. */
    PHONE(
            "(?<![0-9])(?:(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}-[0-9]{7,8}"
                    + "|\\+[1-9][0-9]{0,3}[- ]?[0-9](?:[- ]?[0-9]){5,12}+)(?![0-9])",
            8, text -> true),
    EMAIL("(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+)++", 0, text -> true) {

        @Override
        boolean mayBeIn(String text) {
            return text.indexOf('@') >= 0;
        }
    },
    /** A Chinese identity card: its last character proves the rest. */
    ID_CARD(
            "(?<![0-9])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9x](?![0-9a-z])",
            17, GuardPattern::isIdCard),
    /** 13 to 19 digits that pass the check of Luhn, written together or in groups. */
    BANK_CARD("(?<![0-9])[1-9](?:[- ]?[0-9]){12,18}+(?![0-9])", 13, GuardPattern::isBankCard),
    /** An address that begins with http, https or www, or a name that ends like one. */
    LINK(
            "(?:https?://|www\\.)[^\\s]{3,}+"
                    + "|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}+\\.){1,8}(?:com|cn|net|org|io|cc|vip|top|xyz|shop|link|me|co)(?![a-z0-9-])",
            0,
            text -> true) {

        @Override
        boolean mayBeIn(String text) {
            return text.indexOf('.') >= 0 || text.contains("://");
        }
    };

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10x98765432";
    private static final int BANK_MIN = 13;
    private static final int BANK_MAX = 19;

    private final Pattern pattern;
    private final int digits;
    private final Predicate<String> proof;

    /** @param digits a text with fewer of them is not looked at */
    GuardPattern(String regex, int digits, Predicate<String> proof) {
        this.pattern = Pattern.compile(regex);
        this.digits = digits;
        this.proof = proof;
    }

    /** Where it is found first; null: nowhere. */
    @Nullable
    Place find(String text) {
        if (!mayBeIn(text)) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (proof.test(matcher.group())) {
                return new Place(matcher.start(), matcher.end());
            }
        }
        return null;
    }

    /** Says no to most texts in one quick walk. */
    boolean mayBeIn(String text) {
        int found = 0;
        for (int i = 0; i < text.length() && found < digits; i++) {
            found += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return found >= digits;
    }

    record Place(int from, int until) {}

    private static boolean isIdCard(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length()) == text.charAt(WEIGHTS.length);
    }

    private static boolean isBankCard(String text) {
        int sum = 0;
        int digits = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                int digit = text.charAt(i) - '0';
                int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
                sum += digits % 2 == 1 ? twice : digit;
                digits++;
            }
        }
        return digits >= BANK_MIN && digits <= BANK_MAX && sum % 10 == 0;
    }
}
