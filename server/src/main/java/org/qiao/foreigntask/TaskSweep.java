package org.qiao.foreigntask;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets changes that no system asks for any more. */
@Configuration
class TaskSweep {

    private static final Duration KEEP = Duration.ofDays(90);
    private static final int BATCH = 2_000;

    @Bean
    RecurringTask<Void> foreigntaskSweepTask(TaskChangeStore changes, Clock clock) {
        return Tasks.recurring("foreigntask-sweep", FixedDelay.ofHours(6)).execute((instance, context) -> {
            Instant before = clock.instant().minus(KEEP);
            int gone = BATCH;
            while (gone == BATCH) {
                gone = changes.deleteOld(before, BATCH);
            }
        });
    }
}
