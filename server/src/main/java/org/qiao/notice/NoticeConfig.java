package org.qiao.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.time.Clock;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.SecretKeyFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of the carriers' settings, and the sweep that empties old orders. */
@Configuration
class NoticeConfig {

    private static final int BATCH = 2_000;

    @Bean
    SettingsSeal settingsSeal(DatabaseSettings settings) throws IOException {
        return new SettingsSeal(SecretKeyFile.read(
                settings.data().resolve("keys/notice.key"), "the settings of all channels have to be entered again"));
    }

    @Bean
    RecurringTask<Void> noticeSweepTask(ClaimStore orders, NoticeSettings settings, Clock clock) {
        return Tasks.recurring("notice-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> {
            int emptied = BATCH;
            while (emptied == BATCH) {
                emptied = orders.empty(clock.instant().minus(settings.keepContent()), BATCH);
            }
        });
    }
}
