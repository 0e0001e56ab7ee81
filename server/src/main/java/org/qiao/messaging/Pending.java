package org.qiao.messaging;

import org.qiao.platform.Actor;

/**
 * A checked draft waiting in a lane.
 *
 * @param atMillis time of the entry when it is imported history; 0 for now
 * @param automatic a program says it in the name of the actor, who has read nothing by it
 */
record Pending(
        Actor actor,
        long conversationId,
        BodyRule.Checked draft,
        long atMillis,
        boolean automatic,
        SendCallback callback) {

    Pending withBody(String body) {
        return new Pending(actor, conversationId, draft.withBody(body), atMillis, automatic, callback);
    }
}
