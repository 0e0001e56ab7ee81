package org.qiao.notice;

/** What comes from a network, so that every database and page can hold it: bounded, without NUL and half characters. */
public final class ReplyText {

    /** What one notice of a gateway or one text may be long. */
    public static final int MOST = 1_000;

    private ReplyText() {}

    /** @param most code points */
    public static String clean(String text, int most) {
        StringBuilder clean = new StringBuilder();
        text.strip()
                .codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .limit(most)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
