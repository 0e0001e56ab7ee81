package org.qiao.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One of the appender's queues. A conversation always uses the same lane, and whoever takes from it holds its turn until the
 * batch is fanned out: batches of one conversation never race, and nothing else changes its conversations in this process.
 */
final class Lane {

    private final ArrayBlockingQueue<Pending> queue;
    private final ReentrantLock turn;

    /** The draft that could not go with the batch before it. Belongs to whoever has the turn; others may look whether it is there. */
    private volatile @Nullable Pending held;

    private volatile boolean open = true;

    Lane(int room, ReentrantLock turn) {
        this.queue = new ArrayBlockingQueue<>(room);
        this.turn = turn;
    }

    /** False when it is full or closed. */
    boolean offer(Pending pending) {
        return open && queue.offer(pending);
    }

    int waiting() {
        return queue.size() + (held == null ? 0 : 1);
    }

    /** No new drafts; those inside are still appended. */
    void close() {
        open = false;
    }

    /** Takes the turn if nobody has it or waits for it: dense traffic must not keep a change of members out. */
    boolean claim() {
        return !turn.hasQueuedThreads() && turn.tryLock();
    }

    void release() {
        turn.unlock();
    }

    boolean isFree() {
        return !turn.isLocked() && !turn.hasQueuedThreads();
    }

    /** Moves drafts into the batch until that holds {@code most}, in their order. In the lane's turn only. */
    void take(List<Pending> batch, int most) {
        Set<Object> touched = new HashSet<>();
        Pending next = held != null ? held : queue.poll();
        held = null;
        while (next != null) {
            if (!isFresh(next, touched)) {
                held = next;
                return;
            }
            batch.add(next);
            next = batch.size() < most ? queue.poll() : null;
        }
    }

    /**
     * A repeat of a key, or a second word about a message recalled in this batch, must see the first one stored. The batch ends
     * before it, so nobody's order changes.
     */
    private static boolean isFresh(Pending pending, Set<Object> touched) {
        BodyRule.Checked draft = pending.draft();
        long conversation = pending.conversationId();
        boolean fresh = touched.add(new Key(conversation, pending.actor().principalId(), draft.key()));
        if (draft.target() > 0) {
            fresh &= touched.add(new Key(conversation, draft.target(), ""));
        } else if (draft.replyTo() > 0) {
            fresh &= !touched.contains(new Key(conversation, draft.replyTo(), ""));
        }
        return fresh;
    }

    private record Key(long conversationId, long id, String key) {}
}
