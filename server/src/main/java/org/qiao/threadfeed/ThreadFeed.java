package org.qiao.threadfeed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.qiao.customer.CustomerRelations;
import org.qiao.messaging.OutboxReader;
import org.qiao.threadfeed.ThreadPieceStore.Piece;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Notes what was said in customers' threads, for each lane that wants it, in the transaction that removes it from the log's outbox:
 * nothing can be missed. One look at an index for all of them, whatever was committed.
 */
@Service
public class ThreadFeed implements OutboxReader {

    private final ThreadPieceStore store;
    private final CustomerRelations relations;
    private final ObjectProvider<ThreadReader> readers;

    ThreadFeed(ThreadPieceStore store, CustomerRelations relations, ObjectProvider<ThreadReader> readers) {
        this.store = store;
        this.relations = relations;
        this.readers = readers; // asked late: they depend on what the log depends on
    }

    @Override
    public void moved(List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return;
        }
        Set<Long> threads = relations.threadsAmong(stretches);
        List<Stretch> said = stretches.stream()
                .filter(stretch -> threads.contains(stretch.conversationId()))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        readers.forEach(reader -> reader.wanted(stretches, said)
                .forEach(stretch -> pieces.add(
                        new Piece(reader.lane(), stretch.orgId(), stretch.conversationId(), stretch.firstSeq()))));
        store.add(pieces);
    }

    /** A thread that a lane knows only now: what was said in it before counts, too. In the caller's transaction. */
    public void addWhole(String lane, long orgId, long conversationId) {
        store.add(List.of(new Piece(lane, orgId, conversationId, 1)));
    }
}
