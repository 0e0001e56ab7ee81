package org.qiao.file;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Whoever brings a content and whoever takes it away wait for each other, so that no row is left without its bytes. */
final class ContentTurns {

    private static final int TURNS = 64;

    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    /** Ends with close. */
    Turn take(byte[] sha256) {
        ReentrantLock turn = turns[Math.floorMod(Arrays.hashCode(sha256), TURNS)];
        turn.lock();
        return turn::unlock;
    }

    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
