package org.qiao.archive;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.PlatformProblem;

/**
 * Where a search goes on.
 *
 * @param thread the key of the thread
 * @param before in it, only what lies before this place
 */
record SearchPlace(long thread, long before) {

    private static final SearchPlace BEGIN = new SearchPlace(Long.MAX_VALUE, Long.MAX_VALUE);

    static SearchPlace of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return BEGIN;
        }
        if (!text.matches("[0-9]{1,18}\\.[0-9]{1,19}")) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        try {
            int dot = text.indexOf('.');
            return new SearchPlace(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
        } catch (NumberFormatException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    String text() {
        return thread + "." + before;
    }
}
