package org.qiao.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What a client knows already.
 *
 * @param era of the last answer; another one than the server's makes the answer complete
 * @param cursor of the last answer; null asks for everything
 * @param personal the last number of the person's own log that the client has applied
 * @param after the {@code next} of the page before
 * @param limit conversations in one answer, 1…100, null for 50, or for 100 with a tail
 * @param tail 1…100: of each conversation only what was written since the cursor, at most so many of the last entries; null for
 *     the last 20, known or not
 */
public record SyncRequest(
        @Nullable Long era,
        @Nullable String cursor,
        @Nullable Long personal,
        @Nullable String after,
        @Nullable Integer limit,
        @Nullable Integer tail) {

    public SyncRequest(
            @Nullable Long era,
            @Nullable String cursor,
            @Nullable Long personal,
            @Nullable String after,
            @Nullable Integer limit) {
        this(era, cursor, personal, after, limit, null);
    }
}
