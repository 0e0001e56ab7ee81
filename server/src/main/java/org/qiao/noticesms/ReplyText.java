package org.qiao.noticesms;

/** What comes from a network, so that every database and page can hold it: bounded, without NUL and half characters. */
final class ReplyText {

    private static final int MAX = 1_000;

    private ReplyText() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .limit(MAX)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
