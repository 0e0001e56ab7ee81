package org.qiao.customerguard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as rules compare it: composed and in one width (NFKC), lower case, without marks that nobody sees. Knows where each of its
 * characters stood in what was written.
 */
final class GuardText {

    private static final int EXCERPT = 100;
    private static final int BEFORE = 30;
    private static final char FIRST_HAN = 0x4E00;
    private static final char FIRST_MARK = 0x300;
    private static final char LAST_HAN = 0x9FFF;

    private final String written;
    private final StringBuilder folded;
    private int[] places;

    private GuardText(String written) {
        this.written = written;
        this.folded = new StringBuilder(written.length());
        this.places = new int[written.length() + 1];
    }

    static GuardText of(String written) {
        GuardText text = new GuardText(written);
        int at = 0;
        while (at < written.length()) {
            at = text.take(at);
        }
        return text;
    }

    static String fold(String word) {
        return of(word).folded();
    }

    String folded() {
        return folded.toString();
    }

    /** Most of what people write here is ASCII or Han, and both are what they are. */
    private int take(int at) {
        char c = written.charAt(at);
        boolean alone = at + 1 == written.length() || isPlain(written.charAt(at + 1));
        if (c < 0x80 && alone) {
            add(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, at);
            return at + 1;
        }
        if (isHan(c)) {
            add(c, at);
            return at + 1;
        }
        int end = clusterEnd(at);
        if (Character.getType(written.codePointAt(at)) != Character.FORMAT) {
            String plain = Normalizer.normalize(written.substring(at, end), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < plain.length(); i++) {
                add(plain.charAt(i), at);
            }
        }
        return end;
    }

    private static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    /** No mark that changes what stands before it. */
    private static boolean isPlain(char c) {
        return c < FIRST_MARK || isHan(c);
    }

    /** A character with the marks that belong to it. */
    private int clusterEnd(int at) {
        int end = at + Character.charCount(written.codePointAt(at));
        while (end < written.length() && Character.getType(written.codePointAt(end)) == Character.NON_SPACING_MARK) {
            end += Character.charCount(written.codePointAt(end));
        }
        return end;
    }

    private void add(char c, int place) {
        if (folded.length() == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[folded.length()] = place;
        folded.append(c);
    }

    /** What was written at a place of the folded text. */
    String written(GuardPattern.Place place) {
        int until = place.until() < folded.length() ? places[place.until()] : written.length();
        return written.substring(places[place.from()], Math.max(places[place.from()], until))
                .strip();
    }

    /** What was written around a place in the folded text, at most {@value #EXCERPT} characters, in one line. */
    String excerpt(int from) {
        int begin = Math.max(0, places[from] - BEFORE);
        int end = Math.min(written.length(), begin + EXCERPT);
        if (begin > 0 && Character.isLowSurrogate(written.charAt(begin))) {
            begin++;
        }
        if (end < written.length() && Character.isLowSurrogate(written.charAt(end))) {
            end--;
        }
        String part = written.substring(begin, end).replaceAll("\\s+", " ").strip();
        return (begin > 0 ? "…" : "") + part + (end < written.length() ? "…" : "");
    }
}
