package org.qiao.messaging;

import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** The way into the log for everything people write. */
@Service
public class Messages {

    /**
     * Hands the draft to the appender and returns at once; may be called on an event loop. The callback runs after the commit
     * or the refusal.
     */
    public void send(Actor actor, Draft draft, SendCallback callback) {
        throw new UnsupportedOperationException();
    }

    /** The same for callers that may wait. */
    public Ack sendAndWait(Actor actor, Draft draft) {
        throw new UnsupportedOperationException();
    }
}
