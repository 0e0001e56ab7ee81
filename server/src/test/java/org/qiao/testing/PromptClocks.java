package org.qiao.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What the server does again and again, done at once when a test has moved the clock, and twice more soon after, because one of them
 * often gives the next one something to do. Each still runs alone.
 */
class PromptClocks extends ThreadPoolTaskScheduler {

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final List<Duration> SOON = List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(250));

    private final transient List<Runnable> often = new CopyOnWriteArrayList<>();

    /** Takes the place of the server's own, with its number of threads. */
    static BeanPostProcessor instead(TestClock clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (!(bean instanceof ThreadPoolTaskScheduler own)) {
                    return bean;
                }
                PromptClocks prompt = new PromptClocks();
                prompt.setPoolSize(own.getPoolSize());
                prompt.setThreadNamePrefix(own.getThreadNamePrefix());
                clock.onForward(prompt::runAll);
                return prompt;
            }
        };
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
        return super.scheduleWithFixedDelay(known(task, delay), start, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return super.scheduleWithFixedDelay(known(task, delay), delay);
    }

    private Runnable known(Runnable task, Duration delay) {
        if (delay.compareTo(OFTEN) > 0) {
            return task;
        }
        ReentrantLock turn = new ReentrantLock();
        Runnable alone = () -> {
            turn.lock();
            try {
                task.run();
            } finally {
                turn.unlock();
            }
        };
        often.add(() -> {
            if (turn.tryLock()) { // under way: it may have looked before the clock was moved, and comes again soon
                try {
                    task.run();
                } finally {
                    turn.unlock();
                }
            }
        });
        return alone;
    }

    private void runAll() {
        for (Duration later : SOON) {
            Instant at = Instant.now().plus(later);
            often.forEach(task -> schedule(task, at));
        }
    }
}
