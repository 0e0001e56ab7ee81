package org.qiao.messaging;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Who may change a conversation now, within this process. The database's row locks order several processes. */
@Component
class Lanes {

    private final ReentrantLock[] turns;
    private volatile Runnable freed = () -> {};

    Lanes(MessagingSettings settings) {
        turns = new ReentrantLock[settings.lanes()];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = new ReentrantLock(true);
        }
    }

    int size() {
        return turns.length;
    }

    int index(long conversationId) {
        return (int) Math.floorMod(conversationId, (long) turns.length);
    }

    ReentrantLock turn(int lane) {
        return turns[lane];
    }

    /** Called whenever {@link #inTurn} gave a turn back: drafts may wait for it. */
    void whenFreed(Runnable listener) {
        freed = listener;
    }

    /** Runs while no batch with this conversation is appended or fanned out. */
    <T> T inTurn(long conversationId, Supplier<T> work) {
        ReentrantLock turn = turn(index(conversationId));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
            freed.run();
        }
    }
}
