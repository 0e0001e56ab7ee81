package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListenerThreadsTest {

    private static final int LISTENERS = 50;

    private final Executor executor = new ListenerThreads().getAsyncExecutor();

    @Test
    void listenersThatPublishSomethingThemselvesNeverWaitForEachOther() throws Exception {
        CountDownLatch done = new CountDownLatch(2 * LISTENERS);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < LISTENERS; i++) {
            executor.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                executor.execute(done::countDown);
                running.decrementAndGet();
                done.countDown();
            });
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }
}
