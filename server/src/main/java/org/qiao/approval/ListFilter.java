package org.qiao.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.LikePattern;
import org.qiao.platform.PlatformProblem;

/**
 * What a list is narrowed to; null: not at all.
 *
 * @param q in numbers and values, whatever the case
 * @param until exclusive
 */
record ListFilter(
        Approval.@Nullable State state,
        @Nullable Long template,
        @Nullable Long applicant,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean unread) {

    static final ListFilter NONE = new ListFilter(null, null, null, null, null, null, false);
    private static final int QUERY_MAX = 100;

    ListFilter {
        if (q != null && (q.length() > QUERY_MAX || q.indexOf(0) >= 0)) {
            throw PlatformProblem.INVALID.problem("field", "q");
        }
    }

    @Nullable
    String pattern() {
        return LikePattern.lowerCase(q);
    }
}
