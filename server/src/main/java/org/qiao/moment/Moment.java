package org.qiao.moment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customerprofile.TaggedRelations.TagChoice;

/**
 * What is shown, once for all who show it.
 *
 * @param senders of a company moment
 * @param publishedAt null: it waits for its time
 */
record Moment(
        long id,
        long orgId,
        MomentKind kind,
        long creatorId,
        MomentContent content,
        TagChoice choice,
        @Nullable StartRange senders,
        Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt) {

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    boolean waits() {
        return publishedAt == null && withdrawnAt == null;
    }
}
