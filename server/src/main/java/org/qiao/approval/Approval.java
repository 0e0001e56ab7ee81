package org.qiao.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a template as its row shows it. What happened in it is in its events.
 *
 * @param templateNo the version of the template it was started with and keeps
 * @param departmentId the applicant's main department when it was submitted
 * @param values JSON object of field keys to values
 * @param summary at most three lines
 * @param version number of the last event
 */
record Approval(
        long id,
        long orgId,
        long templateId,
        int templateNo,
        String number,
        String title,
        long applicantId,
        @Nullable Long departmentId,
        State state,
        String values,
        List<SummaryLine> summary,
        int version,
        @Nullable Long undoesId,
        @Nullable Long undoneById,
        Instant submittedAt,
        @Nullable Instant endedAt,
        Instant movedAt) {

    /** What cards, hints and timers of runs are called: the module's word for them. */
    static final String TOPIC = "approval";

    Approval {
        summary = List.copyOf(summary);
    }

    /** Where it stands. RETURNED: with the applicant, who may submit it again. */
    enum State {
        RUNNING,
        RETURNED,
        AGREED,
        REFUSED,
        REVOKED;

        boolean isEnd() {
            return this != RUNNING && this != RETURNED;
        }
    }

    /** One fact on a card. */
    record SummaryLine(String label, String text) {}
}
