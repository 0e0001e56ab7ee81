package org.qiao.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what waits in the lanes: one batch of all lanes whose turn is free, because each batch costs the database as much as
 * twenty messages. It waits a moment for company once traffic is dense; a lone sender never waits.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<Lane> lanes;
    private final int most;
    private final long gatherNanos;
    private final Consumer<List<Pending>> append;
    private volatile @Nullable Thread parked;
    private volatile boolean open = true;

    /** Behind the lane that filled the last batch: the others come first in the next. */
    private int first;

    Writer(List<Lane> lanes, int most, long gatherNanos, Consumer<List<Pending>> append) {
        this.lanes = List.copyOf(lanes);
        this.most = most;
        this.gatherNanos = gatherNanos;
        this.append = append;
    }

    /** Something has arrived, or a turn is free. True when this writer had nothing to do until now. */
    boolean wake() {
        Thread sleeper = parked;
        if (sleeper == null) {
            return false;
        }
        LockSupport.unpark(sleeper);
        return true;
    }

    /** It ends when nothing waits any more. */
    void close() {
        open = false;
        wake();
    }

    @Override
    public void run() {
        int before = 0;
        while (open || waiting() > 0) {
            if (before > 1 && waiting() < most) {
                LockSupport.parkNanos(gatherNanos); // once for all, not once for each draft that arrives
            }
            before = appendOnce();
            if (before == 0) {
                rest();
            }
        }
    }

    /** The size of the batch; 0 when nothing waits, or only where somebody else has the turn. */
    private int appendOnce() {
        List<Pending> batch = new ArrayList<>();
        List<Lane> claimed = new ArrayList<>(lanes.size());
        try {
            int start = first;
            for (int i = 0; i < lanes.size() && batch.size() < most; i++) {
                first = (start + i + 1) % lanes.size();
                take(lanes.get((start + i) % lanes.size()), batch, claimed);
            }
            if (!batch.isEmpty()) {
                append.accept(batch);
            }
        } catch (RuntimeException e) { // an edge: without its thread nothing would be appended again
            LOG.error("A batch of {} drafts failed", batch.size(), e);
        } finally {
            claimed.forEach(Lane::release);
        }
        return batch.size();
    }

    private void take(Lane lane, List<Pending> batch, List<Lane> claimed) {
        if (lane.waiting() > 0 && lane.claim()) {
            claimed.add(lane);
            lane.take(batch, most);
        }
    }

    private int waiting() {
        int waiting = 0;
        for (Lane lane : lanes) {
            waiting += lane.waiting();
        }
        return waiting;
    }

    /** Says first that it rests and looks again then: who comes in between either is seen or wakes it. */
    private void rest() {
        parked = Thread.currentThread();
        boolean free = false;
        for (Lane lane : lanes) {
            free |= lane.waiting() > 0 && lane.isFree();
        }
        if (!free) {
            LockSupport.parkNanos(this, IDLE_NANOS);
        }
        parked = null;
    }
}
