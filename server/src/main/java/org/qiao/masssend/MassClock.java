package org.qiao.masssend;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Twice a second: what is due is sent, at most so much in one turn. Keeps nothing in memory. */
@Component
class MassClock {

    private static final Logger LOG = LoggerFactory.getLogger(MassClock.class);

    private final MassSending sending;
    private final MassRecalls recalls;
    private final MassDeadlines deadlines;
    private final OptOuts optOuts;
    private final ReentrantLock running = new ReentrantLock();

    MassClock(MassSending sending, MassRecalls recalls, MassDeadlines deadlines, OptOuts optOuts) {
        this.sending = sending;
        this.recalls = recalls;
        this.deadlines = deadlines;
        this.optOuts = optOuts;
    }

    @Scheduled(fixedDelay = 500)
    void tick() {
        if (!running.tryLock()) {
            return; // it goes on where it is
        }
        try {
            alone("sending", sending::turn);
            alone("recalling", recalls::turn);
            alone("reminding", deadlines::remind);
            alone("closing", this::close);
            alone("answering", optOuts::answer);
        } finally {
            running.unlock();
        }
    }

    private void close() {
        boolean more = true;
        while (more) {
            more = deadlines.close();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void sweep() {
        alone("forgetting", deadlines::forget);
    }

    /** One that fails keeps no other from its turn. */
    private static void alone(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // an edge: half a second later is another try
            LOG.warn("Mass messages, {}: {}", what, e.getClass().getName(), e);
        }
    }
}
