package org.qiao.platform;

import java.util.concurrent.Executor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Where listeners of business events run. A few at a time: hiring a hundred people publishes a hundred events at one commit, and
 * each listener needs a database connection.
 */
@Configuration
class ListenerThreads implements AsyncConfigurer {

    private static final int AT_ONCE = 4;

    @Override
    public Executor getAsyncExecutor() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("listener-");
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(AT_ONCE);
        return executor;
    }
}
