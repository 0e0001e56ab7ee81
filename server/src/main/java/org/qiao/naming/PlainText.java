package org.qiao.naming;

import java.text.Normalizer;

/** Names and titles as they are kept: composed (NFC), one line, without invisible characters that make two names look alike. */
public final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /** Drops control characters, text direction marks, zero-width marks and halves of characters; trims and joins white space. */
    public static String clean(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean space = false;
        for (int c : Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !text.isEmpty();
            } else if (isVisible(c)) {
                if (space) {
                    text.append(' ');
                    space = false;
                }
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    private static boolean isVisible(int c) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) { // parts of emoji and of some scripts
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
