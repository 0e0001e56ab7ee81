package org.qiao.customerimport;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;

/**
 * A file of customers as administrators see it.
 *
 * @param by null: he is not there any more
 * @param member who gets rows that name nobody
 * @param ignored headings that meant nothing
 * @param rowsKept until then every row can be looked at
 */
record CustomerImportView(
        long id,
        String name,
        ImportJob.State state,
        @Nullable Card by,
        @Nullable Card member,
        ImportJob.Known known,
        List<String> ignored,
        @JsonUnwrapped ImportJob.ImportCounts counts,
        Instant createdAt,
        @Nullable Instant endedAt,
        Instant rowsKept) {}
