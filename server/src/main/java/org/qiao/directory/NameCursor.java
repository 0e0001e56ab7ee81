package org.qiao.directory;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.PlatformProblem;

/** Paging key of lists ordered by pinyin: the last member shown. On the wire "17:zhang san". */
record NameCursor(String sortKey, long id) {

    private static final NameCursor START = new NameCursor("", 0);
    private static final int LENGTH_MAX = 400;

    static NameCursor parse(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        int colon = after.indexOf(':');
        if (colon < 1 || after.length() > LENGTH_MAX || after.indexOf('\0') >= 0) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        try {
            return new NameCursor(after.substring(colon + 1), Long.parseLong(after.substring(0, colon)));
        } catch (NumberFormatException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    static String of(MemberRow row) {
        return row.id() + ":" + row.sortKey();
    }
}
