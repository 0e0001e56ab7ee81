package org.qiao.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.time.Clock;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.SecretKeyFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of challenges, codes and host sites, and the sweep of what is over. */
@Configuration
@EnableConfigurationProperties(VisitSettings.class)
class VisitConfig {

    @Bean
    VisitSeal visitSeal(DatabaseSettings settings) throws IOException {
        return new VisitSeal(
                SecretKeyFile.read(settings.data().resolve("keys/visit.key"), "every host site needs a new secret"));
    }

    @Bean
    RecurringTask<Void> visitSweepTask(DoorStore door, CodeStore codes, Clock clock) {
        return Tasks.recurring("visit-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> {
            door.sweep(clock.instant());
            codes.sweep(clock.instant());
        });
    }
}
