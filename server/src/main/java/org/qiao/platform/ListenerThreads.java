package org.qiao.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Where listeners of business events run. A few at a time: hiring a hundred people publishes a hundred events at one commit, and
 * each listener needs a database connection. They wait in threads of their own, never in the publisher's: a listener that publishes
 * something itself would else hold its turn while it waits for another one, and a few of those together would wait for ever.
 */
@Configuration
class ListenerThreads implements AsyncConfigurer {

    private static final int AT_ONCE = 4;

    /** Beside as many listeners: requests keep a third of the twelve database connections. */
    private static final int CLOCKS = 4;

    /**
     * The threads of what is done again and again. Spring's scheduler for virtual threads runs all tasks with a fixed delay one after
     * another: erasing a customer would hold up the ladder of a DING. Here a task waits for itself only, while few are under way.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler clocks = new ThreadPoolTaskScheduler();
        clocks.setPoolSize(CLOCKS);
        clocks.setThreadNamePrefix("clock-");
        return clocks;
    }

    @Override
    public Executor getAsyncExecutor() {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("listener-");
        threads.setVirtualThreads(true);
        Semaphore turns = new Semaphore(AT_ONCE, true);
        return task -> {
            Runnable then = Past.kept(task);
            threads.execute(() -> {
                turns.acquireUninterruptibly();
                try {
                    then.run();
                } finally {
                    turns.release();
                }
            });
        };
    }
}
