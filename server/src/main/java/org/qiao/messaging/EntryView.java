package org.qiao.messaging;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One entry of a conversation as every member sees it.
 *
 * @param seq place in the conversation: 1, 2, 3 … without a hole
 * @param no message number: counts only what counts as unread
 * @param sender principal id; for SYSTEM entries whoever caused them
 * @param key the sender's key, so that the sender's devices recognise what they sent; null for SYSTEM entries
 * @param target the entry a RECALL ends
 * @param recalledBy set once the entry was recalled; the body is empty then
 * @param body a JSON object as text, passed on without parsing
 */
@JsonSerialize(using = EntryJson.class)
public record EntryView(
        long seq,
        long no,
        EntryKind kind,
        long sender,
        Instant at,
        @Nullable String key,
        @Nullable Long target,
        @Nullable Recalled recalledBy,
        @JsonRawValue @Schema(type = "object") String body,
        @Nullable Quote quote) {

    /** @param seq of the RECALL entry */
    public record Recalled(long seq, long by, Instant at) {}

    /** @param excerpt at most 100 characters; null once the quoted message was recalled */
    public record Quote(
            long seq, long sender, EntryKind kind, @Nullable String excerpt) {}
}
