package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.qiao.platform.Kind;
import org.qiao.platform.Problem;
import org.qiao.visit.ReplyStore.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks once a second at threads in which something was said. What the server was too busy for is looked at again in a minute. One
 * thread that fails keeps no other from its turn.
 */
@Component
class ReplyClock {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyClock.class);
    private static final int AT_ONCE = 200;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ReplyStore store;
    private final Replies replies;
    private final Clock clock;

    ReplyClock(ReplyStore store, Replies replies, Clock clock) {
        this.store = store;
        this.replies = replies;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void round() {
        try {
            List<Due> due = store.due(clock.instant(), AT_ONCE);
            due.forEach(this::serve);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Customers' threads were not looked at yet", e);
        }
    }

    private void serve(Due due) {
        try {
            replies.consider(due);
        } catch (Problem problem) {
            LOG.warn("Nothing was answered in a customer's thread: {}", problem.code());
            if (problem.kind() == Kind.BUSY) {
                store.postpone(due.stretch(), clock.instant().plus(AGAIN));
            } else {
                store.done(due);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A customer's thread was not looked at yet", e);
            store.postpone(
                    due.stretch(),
                    clock.instant().plus(AGAIN)); // where all of the database is away, the round ends here
        } catch (RuntimeException e) { // an edge: it would fail for ever, and hold up every company
            LOG.error("What was said in thread {} is left out", due.stretch().conversationId(), e);
            store.done(due);
        }
    }
}
