package org.qiao.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint, without what it says.
 *
 * @param status of the last answer
 * @param failure why the last attempt failed: NO_ANSWER, UNKNOWN_HOST, ADDRESS_REFUSED, STATUS, UNREADABLE, TOO_LATE
 * @param dueAt of the next attempt while it waits
 * @param repeatable what was sent is still kept
 */
record WebhookDelivery(
        long id,
        long endpointId,
        String topic,
        String eventKey,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String failure,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        boolean repeatable) {

    enum State {
        QUEUED,
        SENDING,
        DELIVERED,
        /** Given up after a day; may be repeated by hand. */
        DEAD
    }
}
