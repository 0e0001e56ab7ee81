package org.qiao.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order has a new state. Told at least once, in order for one key.
 *
 * @param reason why it failed, one of {@link FailReason}; null otherwise
 */
public record NoticeMoved(
        long orgId,
        String key,
        Channel channel,
        NoticeState state,
        @Nullable FailReason reason,
        Instant at) {}
