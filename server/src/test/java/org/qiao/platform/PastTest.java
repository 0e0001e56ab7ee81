package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-13T02:00:00Z");

    private final Clock clock = Past.over(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theClockIsInThePastInsideOnlyAndInThisThreadOnly() throws InterruptedException {
        Instant[] elsewhere = new Instant[1];

        Past.at(BEFORE, () -> {
            assertThat(clock.instant()).isEqualTo(BEFORE);
            assertThat(clock.withZone(ZoneOffset.MAX).instant()).isEqualTo(BEFORE);
            assertThat(Past.moment()).contains(BEFORE);
        });
        Thread other = Past.at(BEFORE, () -> Thread.startVirtualThread(() -> elsewhere[0] = clock.instant()));
        other.join();

        assertThat(elsewhere[0]).isEqualTo(NOW);
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(Past.moment()).isEmpty();
    }
}
