package org.qiao.threadfeed;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Works through what was noted about customers' threads. One thread that fails keeps no other from its turn. */
public final class FeedPasses {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPasses.class);

    private FeedPasses() {}

    /**
     * Until nothing is left. A database that is away is asked again at the next call; what fails by itself is left out: it would fail
     * for ever, and hold up every company.
     *
     * @param what whose work it is, for the log
     * @param once takes so many of the oldest pieces and does what they ask for, in one transaction; returns how many there were
     * @param leaveOut takes the oldest piece without a look at it; returns the conversations concerned
     */
    public static void drain(String what, IntUnaryOperator once, Supplier<List<Long>> leaveOut, int batch) {
        try {
            int taken;
            do {
                taken = once.applyAsInt(batch);
            } while (taken == batch);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{}: not done yet", what, e);
        } catch (RuntimeException e) { // an edge: one thread keeps no other from its turn
            LOG.warn("{}: goes on thread by thread: {}", what, e.getClass().getName());
            oneByOne(what, once, leaveOut, batch);
        }
    }

    /** As far as one pass goes. */
    private static void oneByOne(String what, IntUnaryOperator once, Supplier<List<Long>> leaveOut, int batch) {
        for (int i = 0; i < batch; i++) {
            try {
                if (once.applyAsInt(1) == 0) {
                    return;
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("{}: not done yet", what, e);
                return;
            } catch (RuntimeException e) { // an edge, as above
                LOG.error("{}: leaves out what was said in {}", what, leaveOut.get(), e);
            }
        }
    }
}
