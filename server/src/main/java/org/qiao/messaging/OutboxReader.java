package org.qiao.messaging;

import java.util.Collection;
import java.util.List;

/**
 * Whoever must not miss a committed entry: search, notices, an archive. Called when a batch leaves the outbox, in the transaction
 * that removes it, so each stretch is handed over exactly once, also after a crash. In no order between conversations. Must be
 * quick, wait for nobody and only write down what is to be done; when it fails the batch stays and comes again.
 */
public interface OutboxReader {

    void moved(List<Stretch> stretches);

    /** Entries of one conversation that were committed: all of them lie between these two, which are among them. */
    record Stretch(long orgId, long conversationId, long firstSeq, long lastSeq) {

        /** For statements that look at many, beside {@link #conversationIds}. */
        public static Long[] orgIds(Collection<Stretch> stretches) {
            return stretches.stream().map(Stretch::orgId).toArray(Long[]::new);
        }

        public static Long[] conversationIds(Collection<Stretch> stretches) {
            return stretches.stream().map(Stretch::conversationId).toArray(Long[]::new);
        }
    }
}
