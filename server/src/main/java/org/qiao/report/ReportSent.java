package org.qiao.report;

import java.util.List;

/**
 * A report was sent: cards follow.
 *
 * @param conversations in which its author shows it
 */
record ReportSent(long orgId, long reportId, List<Long> conversations) {

    ReportSent {
        conversations = List.copyOf(conversations);
    }
}
