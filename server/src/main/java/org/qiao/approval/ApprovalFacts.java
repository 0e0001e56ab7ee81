package org.qiao.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState;

/**
 * What other modules may know of a run without asking whether somebody may see its values.
 *
 * @param title name of the template when it was submitted
 * @param version number of the last event
 */
public record ApprovalFacts(
        long id,
        String number,
        String title,
        long templateId,
        int templateVersion,
        long applicantId,
        FlowState.Status state,
        int version,
        Instant submittedAt,
        @Nullable Instant endedAt,
        Instant movedAt) {

    static ApprovalFacts of(Approval run) {
        return new ApprovalFacts(
                run.id(),
                run.number(),
                run.title(),
                run.templateId(),
                run.templateNo(),
                run.applicantId(),
                FlowState.Status.valueOf(run.state().name()),
                run.version(),
                run.submittedAt(),
                run.endedAt(),
                run.movedAt());
    }
}
