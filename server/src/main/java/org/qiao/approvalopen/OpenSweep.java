package org.qiao.approvalopen;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets moves that nobody asks for any more, and tokens whose nodes cannot wait any more. */
@Configuration
class OpenSweep {

    private static final Duration KEEP = Duration.ofDays(90);

    /** Longer than any node may wait (a year). */
    private static final Duration KEEP_TOKENS = Duration.ofDays(400);

    private static final int BATCH = 2_000;

    @Bean
    RecurringTask<Void> approvalopenSweepTask(ChangeStore changes, HookStore hooks, Clock clock) {
        return Tasks.recurring("approvalopen-sweep", FixedDelay.ofHours(6)).execute((instance, context) -> {
            Instant now = clock.instant();
            int gone = BATCH;
            while (gone == BATCH) {
                gone = changes.deleteOld(now.minus(KEEP), BATCH);
            }
            gone = BATCH;
            while (gone == BATCH) {
                gone = hooks.deleteOld(now.minus(KEEP_TOKENS), BATCH);
            }
        });
    }
}
