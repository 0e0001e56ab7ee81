package org.qiao.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.LikePattern;
import org.qiao.platform.PlatformProblem;

/**
 * What a list is narrowed to; null: not at all.
 *
 * @param department of the author, with everything below it
 * @param from the period ends on this day or later
 * @param until the period begins on this day or earlier
 * @param q in values, whatever the case
 */
record ReportFilter(
        @Nullable Long template,
        @Nullable Long author,
        @Nullable Long department,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean unread,
        @Nullable String q) {

    /** Lists of reports. */
    enum ReportBox {
        /** Sent to me, or I was mentioned. */
        RECEIVED,
        SENT,
        /** Everything in the templates whose data I manage. */
        ALL
    }

    private static final int QUERY_MAX = 100;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(3000, 1, 1);

    ReportFilter {
        if (q != null && (q.length() > QUERY_MAX || q.indexOf(0) >= 0)) {
            throw PlatformProblem.INVALID.problem("field", "q");
        }
        requireSound("from", from);
        requireSound("until", until);
    }

    static void requireSound(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            throw PlatformProblem.INVALID.problem("field", field);
        }
    }

    @Nullable
    String pattern() {
        return LikePattern.lowerCase(q);
    }
}
