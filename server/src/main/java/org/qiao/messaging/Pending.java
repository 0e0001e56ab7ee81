package org.qiao.messaging;

import org.qiao.platform.Actor;

/**
 * A checked draft waiting in a lane.
 *
 * @param atMillis time of the entry when it is imported history; 0 for now
 */
record Pending(Actor actor, long conversationId, BodyRule.Checked draft, long atMillis, SendCallback callback) {

    Pending withBody(String body) {
        return new Pending(actor, conversationId, draft.withBody(body), atMillis, callback);
    }
}
