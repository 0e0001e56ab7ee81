package org.qiao.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order has a new state: SENT, DELIVERED or FAILED, or QUEUED again because an administrator wants it. Told at least once. Two
 * moves of one key can be told in either order; the one with the later moment is true, and no two of one key have the same.
 *
 * @param reason why it failed, one of {@link FailReason}; null otherwise
 */
public record NoticeMoved(
        long orgId,
        String key,
        Channel channel,
        NoticeState state,
        @Nullable FailReason reason,
        Instant at) {

    /**
     * For listeners to failures of a parameter {@code moved}: a condition keeps the others out of the publications, which are written
     * down for each listener.
     */
    public static final String IS_FAILURE = "#moved.state().name() == 'FAILED'";
}
