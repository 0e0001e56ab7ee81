package org.qiao.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who said something when in conversations with customers, for modules that count or wait. For programs only: they see no more of a text
 * than its first few letters, and keep none of it.
 */
@Service
public class CustomerTalk {

    /** Long enough for "thank you", too short for a message. */
    public static final int WORDS_MAX = 20;

    /** So long it is known what a program said: nobody counts a day again that lies further back. */
    public static final Duration AUTOMATIC_KNOWN = Duration.ofDays(400);

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final CustomerTalkStore store;
    private final Clock clock;

    CustomerTalk(CustomerTalkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A message, or the recall of one.
     *
     * @param automatic a program said it in the sender's name
     * @param recalls the message that it takes back; 0: it is a message
     * @param words a text of at most {@link #WORDS_MAX} characters; empty for everything else
     */
    public record Said(
            long conversationId,
            long seq,
            long sender,
            boolean byCustomer,
            boolean automatic,
            Instant at,
            long recalls,
            String words) {

        @Override
        public String toString() {
            return "Said[" + conversationId + ":" + seq + "]";
        }
    }

    /**
     * The first messages and recalls behind an entry of each conversation, ascending; messages that were recalled are left out.
     *
     * @param after for each conversation the entry behind which they stand
     */
    public List<Said> after(long orgId, Map<Long, Long> after, int most) {
        return after.isEmpty() ? List.of() : store.after(orgId, after, most);
    }

    /** The last messages of each conversation before a moment, ascending. */
    public List<Said> before(long orgId, Collection<Long> conversations, Instant until, int most) {
        return conversations.isEmpty() ? List.of() : store.before(orgId, conversations, until, most);
    }

    /** A program is going to say this: on record at once, whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void announce(long orgId, long conversationId, long senderId, String key) {
        store.announce(new CustomerTalkStore.Announced(orgId, conversationId, senderId, key), clock.instant());
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forget() {
        Instant before = clock.instant().minus(AUTOMATIC_KNOWN);
        int gone;
        do {
            gone = store.forget(before, FORGOTTEN_AT_ONCE);
        } while (gone == FORGOTTEN_AT_ONCE);
    }
}
