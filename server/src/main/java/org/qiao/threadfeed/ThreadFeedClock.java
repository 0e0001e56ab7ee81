package org.qiao.threadfeed;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks twice a second for what was said, lane by lane in the order of their names. Keeps nothing in memory. */
@Component
class ThreadFeedClock {

    private static final int PIECES = 500;

    private final ThreadPass pass;
    private final List<ThreadReader> readers;
    private final ReentrantLock running = new ReentrantLock();

    ThreadFeedClock(ThreadPass pass, List<ThreadReader> readers) {
        this.pass = pass;
        this.readers = readers.stream()
                .sorted(Comparator.comparing(ThreadReader::lane))
                .toList();
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // whoever runs goes on until nothing is left
        }
        try {
            readers.forEach(this::hear);
        } finally {
            running.unlock();
        }
    }

    private void hear(ThreadReader reader) {
        FeedPasses.drain(
                "Lane " + reader.lane(), limit -> pass.once(reader, limit), () -> pass.leaveOut(reader), PIECES);
    }
}
