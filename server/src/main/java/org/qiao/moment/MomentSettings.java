package org.qiao.moment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What a company decides about moments.
 *
 * @param companyPerMonth company moments that one customer is shown in a calendar month at most
 * @param personalPerDay moments that one employee publishes for himself on a day at most
 * @param confirmDays so long employees may confirm a company moment
 * @param commentsPerMinute of one customer at most
 * @param othersVisible customers who know the same employee see each other's names, likes and comments under his moments
 * @param membersMay employees publish moments of their own
 */
record MomentSettings(
        @Min(0) @Max(100) int companyPerMonth,
        @Min(0) @Max(50) int personalPerDay,
        @Min(1) @Max(90) int confirmDays,
        @Min(1) @Max(60) int commentsPerMinute,
        boolean othersVisible,
        boolean membersMay) {

    static final MomentSettings STANDARD = new MomentSettings(4, 3, 7, 6, false, true);

    Duration confirm() {
        return Duration.ofDays(confirmDays);
    }
}
