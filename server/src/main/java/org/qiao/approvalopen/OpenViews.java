package org.qiao.approvalopen;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ApprovalFacts;
import org.qiao.approval.Approvals;
import org.qiao.flow.FlowState;
import tools.jackson.databind.node.ObjectNode;

/** What other systems see. */
final class OpenViews {

    private OpenViews() {}

    /** @param applicant id of the member */
    record OpenApproval(
            long id,
            String number,
            String title,
            long templateId,
            int templateVersion,
            FlowState.Status state,
            int version,
            long applicant,
            Instant submittedAt,
            @Nullable Instant endedAt,
            Instant movedAt) {

        static OpenApproval of(ApprovalFacts facts) {
            return new OpenApproval(
                    facts.id(),
                    facts.number(),
                    facts.title(),
                    facts.templateId(),
                    facts.templateVersion(),
                    facts.state(),
                    facts.version(),
                    facts.applicantId(),
                    facts.submittedAt(),
                    facts.endedAt(),
                    facts.movedAt());
        }
    }

    /** @param forWhom whose delegate the assignee is */
    record OpenTask(
            int task, String node, long assignee, @Nullable Long forWhom) {}

    /** @param values as the member sees them */
    record OpenApprovalDetails(
            OpenApproval approval, @Schema(type = "object") ObjectNode values, List<OpenTask> tasks) {

        static OpenApprovalDetails of(Approvals.Details details) {
            return new OpenApprovalDetails(
                    OpenApproval.of(details.facts()),
                    details.values(),
                    details.tasks().stream()
                            .map(task -> new OpenTask(task.task(), task.node(), task.assignee(), task.forWhom()))
                            .toList());
        }
    }

    /** @param version of the approval when it moved; the approval itself is as it is now */
    record OpenChange(long no, int version, OpenApproval approval) {}

    /**
     * @param cursor give it back as {@code after}
     * @param more there are more behind it already
     */
    record OpenChanges(List<OpenChange> items, long cursor, boolean more) {}
}
