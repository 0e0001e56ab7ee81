package org.qiao.bench;

/**
 * Walks over JSON in a byte array without making strings or trees: the generator shares the processors with the server it measures.
 * Trusts that the text is valid, which the server's own tests check.
 */
final class JsonBytes {

    /** What {@link #number} says of anything that is no whole number. */
    static final long NONE = -1;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int textFrom;
    private int textTo;

    void over(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
    }

    /** Goes into the object or array that begins here; false, and past it, when there is another value. */
    boolean enter() {
        blank();
        if (at < end && (bytes[at] == '{' || bytes[at] == '[')) {
            at++;
            return true;
        }
        skip();
        return false;
    }

    /** Inside an object: on to the next member's value, its name is the text; false behind the last one. */
    boolean nextMember() {
        if (!nextItem()) {
            return false;
        }
        string();
        blank();
        at++; // the colon
        return true;
    }

    /** Inside an array: on to the next value; false behind the last one. */
    boolean nextItem() {
        blank();
        if (at < end && bytes[at] == ',') {
            at++;
            blank();
        }
        if (at >= end || bytes[at] == '}' || bytes[at] == ']') {
            at++;
            return false;
        }
        return true;
    }

    /** Reads a whole number; anything else is skipped and is {@link #NONE}. */
    long number() {
        blank();
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at] - '0');
            at++;
        }
        if (at == from) {
            skip();
            return NONE;
        }
        return value;
    }

    /** Reads a string into the text; anything else is skipped and the text is empty. */
    void string() {
        blank();
        if (at >= end || bytes[at] != '"') {
            skip();
            textFrom = 0;
            textTo = 0;
            return;
        }
        textFrom = ++at;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        textTo = at++;
    }

    boolean textIs(byte[] expected) {
        int length = textTo - textFrom;
        if (length != expected.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[textFrom + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number behind the prefix in the text; {@link #NONE} when it begins otherwise. */
    long numberAfter(byte[] prefix) {
        if (textTo - textFrom <= prefix.length) {
            return NONE;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[textFrom + i] != prefix[i]) {
                return NONE;
            }
        }
        long value = 0;
        for (int i = textFrom + prefix.length; i < textTo; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NONE;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /** Only for what is rare. */
    String text() {
        return new String(bytes, textFrom, textTo - textFrom, java.nio.charset.StandardCharsets.UTF_8);
    }

    void skip() {
        blank();
        if (at >= end) {
            return;
        }
        byte first = bytes[at];
        if (first == '"') {
            string();
        } else if (first == '{' || first == '[') {
            skipNested();
        } else {
            while (at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
                at++;
            }
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            byte here = bytes[at];
            if (here == '"') {
                string();
                continue;
            }
            if (here == '{' || here == '[') {
                depth++;
            } else if (here == '}' || here == ']') {
                depth--;
            }
            at++;
        } while (depth > 0 && at < end);
    }

    private void blank() {
        while (at < end && bytes[at] <= ' ') {
            at++;
        }
    }
}
