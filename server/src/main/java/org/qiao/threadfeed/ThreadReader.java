package org.qiao.threadfeed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.OutboxReader.Stretch;

/**
 * Whoever must hear what is said in customers' threads, a moment later and in his own time: one bean for each lane. A lane that fails
 * keeps no other from its turn, and what it did not hear comes again.
 */
public interface ThreadReader {

    /** So much of a text is enough to know that something was said. */
    int EXCERPT = 200;

    /** What its pieces are called in the database; never changes. */
    String lane();

    /**
     * Those of the stretches that it wants to hear. Asked in the transaction of the log's outbox, which others wait for: one statement
     * at most, or none.
     *
     * @param all of all companies and conversations
     * @param threads those in customers' threads
     */
    default Collection<Stretch> wanted(List<Stretch> all, List<Stretch> threads) {
        return threads;
    }

    /** So many characters of each text are read. */
    default int textLength() {
        return EXCERPT;
    }

    /**
     * In the transaction that takes the pieces: what is written here and the taking are one. The same message may be heard twice, when
     * two pieces of one thread overlap.
     *
     * @param said messages of one company in the order of their threads, recalled ones left out; of a thread the last 500
     */
    void heard(long orgId, Said said);

    /** @param customers those of the senders who are customers */
    record Said(List<Message> messages, Set<Long> customers) {

        public boolean isByCustomer(Message message) {
            return customers.contains(message.sender());
        }

        public List<Message> byCustomers() {
            return messages.stream().filter(this::isByCustomer).toList();
        }
    }
}
