package org.qiao.directoryimport;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as the administrators see it.
 *
 * @param problems the first two hundred; more by their own address
 * @param failure code of the reason when the state is FAILED
 */
record ImportView(
        long id,
        String name,
        ImportState state,
        @Nullable String failure,
        @JsonUnwrapped Counts counts,
        List<RowProblem> problems,
        int problemCount,
        Instant createdAt) {

    /**
     * Numbers of rows.
     *
     * @param rows people in the file; 0 while it is not known
     * @param done rows written so far; they become visible together at the end
     */
    record Counts(int rows, int done, int good, int bad, int created, int updated) {}
}
