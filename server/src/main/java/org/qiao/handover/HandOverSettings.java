package org.qiao.handover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What a company decides about hand-overs.
 *
 * @param answerHours so long a customer may refuse
 * @param onJobMax hand-overs of one customer on the job within {@code onJobDays}
 * @param leftDays so long after somebody left his customers can be given away
 * @param undoDays so long a hand-over can be undone
 * @param remark what the last one wrote down goes with the customer
 * @param tags the company's tags go with the customer
 * @param membersMay employees offer their own customers to colleagues; otherwise only who leads them, and administrators
 */
record HandOverSettings(
        @Min(1) @Max(168) int answerHours,
        @Min(1) @Max(100) int onJobMax,
        @Min(1) @Max(365) int onJobDays,
        @Min(1) @Max(3_650) int leftDays,
        @Min(0) @Max(30) int undoDays,
        boolean remark,
        boolean tags,
        boolean membersMay) {

    static final HandOverSettings STANDARD = new HandOverSettings(24, 2, 90, 365, 7, true, true, true);

    Duration answer() {
        return Duration.ofHours(answerHours);
    }

    Duration onJobSpan() {
        return Duration.ofDays(onJobDays);
    }

    Duration afterLeaving() {
        return Duration.ofDays(leftDays);
    }

    Duration undo() {
        return Duration.ofDays(undoDays);
    }
}
