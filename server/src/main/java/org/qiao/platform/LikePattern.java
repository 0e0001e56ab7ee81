package org.qiao.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a search, as a pattern for "like": found anywhere, and nothing in it is special. */
public final class LikePattern {

    private LikePattern() {}

    /** For texts that are kept as they are written; null: nothing was typed, everything is found. */
    public static @Nullable String of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.indexOf(0) >= 0) { // an address may hold what JSON may not, and PostgreSQL cannot compare with it
            throw PlatformProblem.INVALID.problem("field", "q");
        }
        String plain = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + plain + "%";
    }

    /** For texts that are kept in lower case. */
    public static @Nullable String lowerCase(@Nullable String typed) {
        return typed == null ? null : of(typed.toLowerCase(Locale.ROOT));
    }
}
