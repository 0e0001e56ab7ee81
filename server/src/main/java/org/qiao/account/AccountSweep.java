package org.qiao.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions and links that have long expired. */
@Configuration
class AccountSweep {

    /** A used or expired link keeps answering 410 instead of 404 for this long. */
    private static final Duration KEEP_LINKS = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> accountSweepTask(
            SessionStore sessions, GuestSessionStore guests, LinkStore links, Clock clock) {
        return Tasks.recurring("account-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> {
            sessions.deleteExpired(clock.instant());
            guests.deleteExpired(clock.instant());
            links.deleteExpired(clock.instant().minus(KEEP_LINKS));
        });
    }
}
