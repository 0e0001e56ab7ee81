package org.qiao.gateway;

import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;

/** What a client may ask for, as read from a frame: well formed, but nothing is checked against the database yet. */
sealed interface Command {

    /** The client's own id, a string or a whole number; it comes back in the answer. */
    @Nullable
    Object id();

    record Send(Object id, long conversation, String key, EntryKind kind, Draft.Body body) implements Command {}

    record Recall(Object id, long conversation, String key, long target) implements Command {}

    record Read(@Nullable Object id, long conversation, long seq) implements Command {}

    record Sync(
            Object id,
            @Nullable Long era,
            @Nullable String cursor,
            @Nullable Long personal,
            @Nullable String after,
            @Nullable Integer tail)
            implements Command {}

    record Pull(
            Object id,
            long conversation,
            @Nullable Long after,
            @Nullable Long before,
            @Nullable Long limit) implements Command {}

    record Typing(@Nullable Object id, long conversation) implements Command {}

    record Ping(@Nullable Object id) implements Command {}

    /** Readable JSON that is no valid command: answered with an error, the socket stays open. */
    record Invalid(
            @Nullable Object id,
            GatewayProblem problem,
            @Nullable String field) implements Command {}
}
