package org.qiao.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the appender's queues with its thread. A conversation always uses the same lane, so its batches never race, and
 * while the lane's lock is held nothing else changes its conversations in this process: fan-out keeps the order of seq.
 */
final class Lane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long IDLE_MILLIS = 200;

    private final ArrayBlockingQueue<Pending> queue;
    private final int most;
    private final Duration gather;
    private final Consumer<List<Pending>> append;
    private final ReentrantLock turn;
    private volatile boolean open = true;

    /** The draft that could not go with the batch before it. */
    private @Nullable Pending held;

    Lane(MessagingSettings settings, ReentrantLock turn, Consumer<List<Pending>> append) {
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.most = settings.batch();
        this.gather = settings.gather();
        this.turn = turn;
        this.append = append;
    }

    boolean offer(Pending pending) {
        return open && queue.offer(pending);
    }

    int waiting() {
        return queue.size();
    }

    /** No new drafts; those inside are still appended. */
    void close() {
        open = false;
    }

    @Override
    public void run() {
        int before = 0;
        while (open || held != null || !queue.isEmpty()) {
            try {
                List<Pending> batch = next(before);
                before = batch.size();
                if (!batch.isEmpty()) {
                    runInTurn(batch);
                }
            } catch (InterruptedException e) {
                open = false; // the process ends: what is queued is still appended
            }
        }
    }

    private void runInTurn(List<Pending> batch) {
        turn.lock();
        try {
            append.accept(batch);
        } catch (RuntimeException e) { // an edge: without its thread the lane would never append again
            LOG.error("A batch of {} drafts failed", batch.size(), e);
        } finally {
            turn.unlock();
        }
    }

    private List<Pending> next(int before) throws InterruptedException {
        List<Pending> taken = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        Pending first = held != null ? held : queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        held = null;
        if (first == null) {
            return taken;
        }
        add(first, taken, touched);
        if (before > 1 && queue.size() < most) {
            LockSupport.parkNanos(gather.toNanos()); // once for all, not once for each draft that arrives
        }
        while (taken.size() < most && held == null) {
            Pending more = queue.poll();
            if (more == null) {
                break;
            }
            add(more, taken, touched);
        }
        return taken;
    }

    /**
     * A repeat of a key, or a second word about a message recalled in this batch, must see the first one stored. The batch ends
     * before it, so nobody's order changes.
     */
    private void add(Pending pending, List<Pending> taken, Set<Object> touched) {
        BodyRule.Checked draft = pending.draft();
        Key key = new Key(pending.conversationId(), pending.actor().principalId(), draft.key());
        boolean fresh = touched.add(key);
        if (draft.target() > 0) {
            fresh &= touched.add(new Key(pending.conversationId(), draft.target(), ""));
        } else if (draft.replyTo() > 0) {
            fresh &= !touched.contains(new Key(pending.conversationId(), draft.replyTo(), ""));
        }
        if (fresh) {
            taken.add(pending);
        } else {
            held = pending;
        }
    }

    private record Key(long conversationId, long id, String key) {}
}
