package org.qiao.gateway;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Virtual threads for everything that asks the database. A few run, some wait for their turn, more are refused: the
 * connection pool is the real throttle, and a queue in front of it would only hide that the server is full.
 */
@Component
class Workers implements Executor, DisposableBean {

    private static final int RUNNING_MAX = 16;
    private static final int WAITING_MAX = 2_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(RUNNING_MAX, true);
    private final AtomicInteger present = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        if (present.incrementAndGet() > RUNNING_MAX + WAITING_MAX) {
            present.decrementAndGet();
            throw new RejectedExecutionException("full");
        }
        threads.execute(() -> run(task));
    }

    /** What runs and what waits. */
    int present() {
        return present.get();
    }

    /** True when nothing runs and nothing waits. */
    boolean isIdle() {
        return present.get() == 0;
    }

    private void run(Runnable task) {
        turns.acquireUninterruptibly();
        try {
            task.run();
        } finally {
            turns.release();
            present.decrementAndGet();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
