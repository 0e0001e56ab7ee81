package org.qiao.customerimport;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of customers.
 *
 * @param memberId who gets rows without anybody; null: nobody
 * @param known what becomes of rows about somebody who is known already
 * @param ignored headings that meant nothing
 * @param locale of whoever brought it: customers' pages speak it until they choose
 */
record ImportJob(
        long id,
        long orgId,
        long createdBy,
        String name,
        State state,
        @Nullable Long memberId,
        Known known,
        List<String> ignored,
        Locale locale,
        ImportCounts counts,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** CHECKED waits for somebody's decision. */
    enum State {
        CHECKED,
        RUNNING,
        DONE,
        CANCELLED
    }

    /** A known customer is left out, or gets what he does not have yet: the employee, tags, attributes, notes. */
    enum Known {
        SKIP,
        COMPLETE
    }

    /** What is to become of a row, and what has. */
    enum RowState {
        READY,
        KNOWN,
        BAD,
        MADE,
        COMPLETED,
        SKIPPED,
        FAILED
    }

    /** Numbers of rows: the first four as the file was read, the others as it is written. */
    record ImportCounts(int rows, int ready, int matched, int bad, int made, int completed, int skipped, int failed) {}
}
