package org.qiao.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who goes from one employee to another, or was to go.
 *
 * @param toRelationId null until it is done
 * @param joined the next one had a relation to the customer already
 * @param dueAt on the job: when it happens unless the customer refuses
 */
record HandOver(
        long id,
        long orgId,
        HandOverKind kind,
        HandOverState state,
        @Nullable CancelReason reason,
        long customerId,
        long relationId,
        @Nullable Long toRelationId,
        boolean joined,
        long fromId,
        long toId,
        String message,
        HistoryAnswer history,
        boolean tags,
        long startedBy,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt) {

    boolean isWaiting() {
        return state == HandOverState.WAITING;
    }

    boolean isDone() {
        return state == HandOverState.DONE;
    }

    @Override
    public String toString() {
        return "HandOver " + id;
    }
}
