package org.qiao.moment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment as one employee shows it.
 *
 * @param publishedAt null: on its way, nobody sees it
 */
record MomentPost(
        long id,
        long orgId,
        long momentId,
        long authorId,
        long channelId,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        Numbers numbers) {

    /**
     * What became of it.
     *
     * @param reached customers for whom it was published
     */
    record Numbers(int reached, int seen, int likes, int comments) {}

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
