package org.qiao.platform;

import org.jspecify.annotations.Nullable;

/** Reads the two paging parameters every list takes: {@code after} and {@code limit}. */
public final class Limits {

    public static final int PAGE_DEFAULT = 50;
    public static final int PAGE_MAX = 200;

    private Limits() {}

    /** The page size asked for, between 1 and {@link #PAGE_MAX}; anything else is refused. */
    public static int page(@Nullable Integer limit) {
        return page(limit, PAGE_DEFAULT, PAGE_MAX);
    }

    public static int page(@Nullable Integer limit, int standard, int max) {
        return within("limit", limit, standard, max);
    }

    /** A count between 1 and {@code max}; anything else is refused by its field's name. */
    public static int within(String field, @Nullable Integer count, int standard, int max) {
        if (count == null) {
            return standard;
        }
        if (count < 1 || count > max) {
            throw PlatformProblem.INVALID.problem("field", field, "max", max);
        }
        return count;
    }

    /** A numeric paging key; a key that was not made by us is refused. */
    public static long key(@Nullable String after, long standard) {
        if (after == null || after.isEmpty()) {
            return standard;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }
}
