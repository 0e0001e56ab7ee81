package org.qiao.masssend;

import java.util.List;
import org.qiao.messaging.OutboxReader;
import org.springframework.stereotype.Component;

/** Notes that somebody wrote in a thread with a mass message, in the transaction that takes it from the outbox: one statement. */
@Component
class AnswerFeed implements OutboxReader {

    private final AnswerStore store;

    AnswerFeed(AnswerStore store) {
        this.store = store;
    }

    @Override
    public void moved(List<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            store.add(stretches);
        }
    }
}
