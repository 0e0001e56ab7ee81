package org.qiao.moment;

/** What may be said under a moment. Pure. */
final class CommentText {

    static final int MAX = 500;

    private CommentText() {}

    static String clean(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.indexOf(0) >= 0 || text.codePointCount(0, text.length()) > MAX) {
            throw MomentProblem.BAD_TEXT.problem("max", MAX);
        }
        return text;
    }
}
