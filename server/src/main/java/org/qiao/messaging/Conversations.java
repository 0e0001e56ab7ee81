package org.qiao.messaging;

import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Making and finding conversations. */
@Service
public class Conversations {

    /** The members; refused when the actor is none of them. Sorted, cached and shared: never change it. */
    public long[] recipients(Actor actor, long conversationId) {
        throw new UnsupportedOperationException();
    }
}
