package org.qiao.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Where listeners of business events run. A few at a time: hiring a hundred people publishes a hundred events at one commit, and
 * each listener needs a database connection. They wait in threads of their own, never in the publisher's: a listener that publishes
 * something itself would else hold its turn while it waits for another one, and a few of those together would wait for ever.
 */
@Configuration
class ListenerThreads implements AsyncConfigurer {

    private static final int AT_ONCE = 4;

    @Override
    public Executor getAsyncExecutor() {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("listener-");
        threads.setVirtualThreads(true);
        Semaphore turns = new Semaphore(AT_ONCE, true);
        return task -> threads.execute(() -> {
            turns.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                turns.release();
            }
        });
    }
}
