package org.qiao.report;

import java.util.List;
import org.qiao.report.ReportTellings.Kind;

/**
 * Something happened to a report: cards and other systems follow.
 *
 * @param number of the report's version; of the comment for a new one; 0 for what has none
 * @param conversations in which its author shows what he has sent
 */
record ReportHappened(long orgId, long reportId, Kind kind, long by, long number, List<Long> conversations) {

    ReportHappened {
        conversations = List.copyOf(conversations);
    }
}
