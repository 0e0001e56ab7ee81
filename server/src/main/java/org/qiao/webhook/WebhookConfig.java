package org.qiao.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.SecretKeyFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of secrets and contents, and the sweep that empties old deliveries. */
@Configuration
class WebhookConfig {

    static final Duration KEEP_CONTENT = Duration.ofDays(30);
    private static final int BATCH = 2_000;

    @Bean
    WebhookSeal webhookSeal(DatabaseSettings settings) throws IOException {
        return new WebhookSeal(SecretKeyFile.read(
                settings.data().resolve("keys/webhook.key"),
                "every webhook needs a new secret, and what waits is lost"));
    }

    @Bean
    RecurringTask<Void> webhookSweepTask(DeliveryStore deliveries, Clock clock) {
        return Tasks.recurring("webhook-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> {
            int emptied = BATCH;
            while (emptied == BATCH) {
                emptied = deliveries.empty(clock.instant().minus(KEEP_CONTENT), BATCH);
            }
        });
    }
}
