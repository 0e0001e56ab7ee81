package org.qiao.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Where listeners of business events run. A few at a time: hiring a hundred people publishes a hundred events at one commit, and
 * each listener needs a database connection. The limit lies inside the threads: handing a listener over never waits, as
 * listeners themselves publish events, and as many of them as there are places would wait for each other for ever.
 */
@Configuration
class ListenerThreads implements AsyncConfigurer {

    private static final int AT_ONCE = 4;

    @Override
    public Executor getAsyncExecutor() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("listener-");
        executor.setVirtualThreads(true);
        Semaphore places = new Semaphore(AT_ONCE, true);
        executor.setTaskDecorator(task -> () -> run(task, places));
        return executor;
    }

    private static void run(Runnable task, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            task.run();
        } finally {
            places.release();
        }
    }
}
