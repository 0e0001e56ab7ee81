package org.qiao.messaging;

import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** How far each member has read. */
@Service
public class ReadMarks {

    /** Everything up to {@code seq} is read. Collected in memory; a mark never goes back. */
    public void mark(Actor actor, long conversationId, long seq) {
        throw new UnsupportedOperationException();
    }
}
