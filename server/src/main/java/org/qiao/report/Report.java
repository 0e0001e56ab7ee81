package org.qiao.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.reporttemplate.Period;

/**
 * A report as it is now.
 *
 * @param title name of the template when it was sent
 * @param departmentId the author's main department when he sent it
 * @param values JSON
 * @param version 1, and one more with every edit
 */
record Report(
        long id,
        long orgId,
        long templateId,
        int templateNo,
        String title,
        long authorId,
        @Nullable Long departmentId,
        Period period,
        boolean withdrawn,
        String values,
        List<ReportLine> summary,
        boolean late,
        int version,
        int likes,
        int comments,
        Instant sentAt,
        @Nullable Instant editedAt) {

    Report {
        summary = List.copyOf(summary);
    }

    /** One fact for lists and cards. */
    record ReportLine(String label, String text) {}

    /** What follows from the values. */
    record Filled(String values, List<ReportLine> summary, String numbers, String searchText) {}
}
