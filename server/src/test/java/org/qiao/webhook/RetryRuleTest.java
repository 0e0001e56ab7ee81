package org.qiao.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryRuleTest {

    @Test
    void theWaitsGrowToAnHourAndAFifthOfThemIsChance() {
        assertThat(RetryRule.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(RetryRule.pause(2, 0.5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryRule.pause(5, 0.5)).isEqualTo(Duration.ofSeconds(810));
        assertThat(RetryRule.pause(7, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryRule.pause(5_000, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryRule.pause(1, 0)).isEqualTo(Duration.ofSeconds(9));
        assertThat(RetryRule.pause(1, 1)).isEqualTo(Duration.ofSeconds(11));
    }
}
