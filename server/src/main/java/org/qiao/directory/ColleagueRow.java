package org.qiao.directory;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.PlatformProblem;

/** A member in the list of a department, and at the same time the paging key: "1.100.17.zhang san". */
record ColleagueRow(long id, String sortKey, boolean leader, int position, String title) {

    private static final ColleagueRow START = new ColleagueRow(0, "", true, Integer.MIN_VALUE, "");
    private static final int LENGTH_MAX = 400;

    static ColleagueRow parse(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        String[] parts = after.split("\\.", 4);
        if (parts.length < 4 || after.length() > LENGTH_MAX || after.indexOf('\0') >= 0) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        try {
            return new ColleagueRow(
                    Long.parseLong(parts[2]), parts[3], parts[0].equals("1"), Integer.parseInt(parts[1]), "");
        } catch (NumberFormatException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    String key() {
        return (leader ? 1 : 0) + "." + position + "." + id + "." + sortKey;
    }
}
