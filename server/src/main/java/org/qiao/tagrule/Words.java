package org.qiao.tagrule;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a text contains one of some words, whatever the case and the width. A word that begins or ends with a Latin letter or a
 * digit is found as a whole only: "app" is not in "apple". Pure.
 */
record Words(List<String> folded) {

    static Words of(Collection<String> words) {
        return new Words(words.stream()
                .map(Words::fold)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** @param text folded */
    boolean isIn(String text) {
        return folded.stream().anyMatch(word -> contains(text, word));
    }

    private static boolean contains(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            if (!isJoined(text, at - 1) && !isJoined(text, end - 1)) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /** The character and the next one belong to one Latin word. */
    private static boolean isJoined(String text, int left) {
        return left >= 0 && left + 1 < text.length() && isLatin(text.charAt(left)) && isLatin(text.charAt(left + 1));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0xC0 && c < 0x250;
    }
}
