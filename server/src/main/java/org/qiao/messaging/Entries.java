package org.qiao.messaging;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Reading a conversation. */
@Service
public class Entries {

    /** The last entries before {@code before}, or the first after {@code after}; the last ones without either. */
    public EntryPage list(Actor actor, long conversationId, @Nullable Long before, @Nullable Long after, int limit) {
        throw new UnsupportedOperationException();
    }
}
