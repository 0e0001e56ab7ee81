package org.qiao.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

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

    /**
     * What a listener could not do is tried again: after a minute, two, four, at last every six hours, until it is done. Listeners run
     * at least once anyway (a crash repeats them at the next start), so a second time does no harm.
     */
    @Component
    static class FailedListeners {

        private static final Logger LOG = LoggerFactory.getLogger(FailedListeners.class);
        private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
        private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

        /** Far more than ever fail together: the oldest are looked at first, also when their next time is not yet there. */
        private static final int LOOKED_AT = 1_000;

        private final FailedEventPublications failed;
        private final Clock clock;

        FailedListeners(FailedEventPublications failed, Clock clock) {
            this.failed = failed;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 20_000, initialDelay = 60_000)
        void tryAgain() {
            Instant now = clock.instant();
            failed.resubmit(ResubmissionOptions.defaults()
                    .withBatchSize(LOOKED_AT)
                    .withMaxInFlight(LOOKED_AT)
                    .withFilter(one -> isDue(one, now)));
        }

        private static boolean isDue(EventPublication one, Instant now) {
            Instant last = Objects.requireNonNullElse(one.getLastResubmissionDate(), one.getPublicationDate());
            boolean due = !now.isBefore(last.plus(pause(one.getCompletionAttempts())));
            if (due) {
                LOG.warn(
                        "A listener of {} failed {} times and is tried again",
                        one.getEvent().getClass().getSimpleName(),
                        one.getCompletionAttempts());
            }
            return due;
        }

        /** @param attempts so far */
        static Duration pause(int attempts) {
            return Limits.pause(attempts - 1, FIRST_PAUSE, LONGEST_PAUSE);
        }
    }
}
