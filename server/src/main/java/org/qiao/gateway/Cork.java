package org.qiao.gateway;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back the outboxes that a batch fills until the whole batch is delivered: then each event loop is woken once, and each
 * socket gets its acknowledgements and entries in one write. Belongs to the thread that opened it.
 */
final class Cork {

    private static final Logger log = LoggerFactory.getLogger(Cork.class);

    /** Sockets that are written without a look at what else there is to do. */
    private static final int AT_ONCE = 256;

    private static final ThreadLocal<@Nullable Cork> CURRENT = new ThreadLocal<>();

    private final List<Wave> waves = new ArrayList<>(2);

    private Cork() {}

    /** Runs the work; what it writes leaves together, also when it fails. */
    static void during(Runnable work) {
        if (CURRENT.get() != null) {
            work.run();
            return;
        }
        Cork cork = new Cork();
        CURRENT.set(cork);
        try {
            work.run();
        } finally {
            CURRENT.remove();
            cork.waves.forEach(wave -> wave.loop.execute(wave));
        }
    }

    /** Lets the outbox run on its loop: now, or with the others at the end of the batch. */
    static void schedule(EventLoop loop, Runnable outbox) {
        Cork cork = CURRENT.get();
        if (cork == null) {
            loop.execute(outbox);
        } else {
            cork.wave(loop).outboxes.add(outbox);
        }
    }

    private Wave wave(EventLoop loop) {
        for (Wave wave : waves) {
            if (wave.loop == loop) {
                return wave;
            }
        }
        Wave wave = new Wave(loop);
        waves.add(wave);
        return wave;
    }

    /** Ten thousand sockets take tens of milliseconds: in between, the loop reads what comes and writes what others wait for. */
    private static final class Wave implements Runnable {

        private final EventLoop loop;
        private final List<Runnable> outboxes = new ArrayList<>();
        private int done;

        Wave(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            int end = Math.min(outboxes.size(), done + AT_ONCE);
            while (done < end) {
                try {
                    outboxes.get(done++).run();
                } catch (RuntimeException e) { // an edge: the other sockets of the batch still want theirs
                    log.warn("A socket could not be written: {}", e.getClass().getName());
                }
            }
            if (done < outboxes.size()) {
                loop.schedule(this, 0, TimeUnit.NANOSECONDS); // executed at once it would run before anything is read
            }
        }
    }
}
