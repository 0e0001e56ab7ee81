package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final Standing clock = new Standing();
    private final Rates rates = new Rates(clock);

    @Test
    void aMinuteBringsWhatWasAgreedAndTenSecondsGoAtOnce() {
        assertThat(rates.take(1, Channel.SMS, 60, 100)).isEqualTo(10);
        assertThat(rates.take(1, Channel.SMS, 60, 100)).isZero();
        assertThat(rates.wait(1, Channel.SMS, 60)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));

        int sent = 0;
        for (int second = 0; second < 60; second++) {
            clock.now = clock.now.plusSeconds(1);
            sent += rates.take(1, Channel.SMS, 60, 100);
        }
        assertThat(sent).isEqualTo(60);
    }

    @Test
    void companiesAndChannelsHaveTheirOwnAndWhatIsNotUsedComesBack() {
        assertThat(rates.take(1, Channel.SMS, 6, 5)).isEqualTo(1);
        assertThat(rates.take(2, Channel.SMS, 6, 5)).isEqualTo(1);
        assertThat(rates.take(1, Channel.VOICE, 6, 5)).isEqualTo(1);
        assertThat(rates.take(1, Channel.SMS, 6, 5)).isZero();

        rates.giveBack(1, Channel.SMS, 6, 1);

        assertThat(rates.take(1, Channel.SMS, 6, 5)).isEqualTo(1);
    }

    @Test
    void waitsGrowAreSpreadAndKeepWhatTheNetworkAskedFor() {
        assertThat(Waits.after(1, null, () -> 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Waits.after(3, null, () -> 0.5)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Waits.after(40, null, () -> 0.5)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Waits.after(1, null, () -> 0)).isLessThan(Waits.after(1, null, () -> 0.99));
        assertThat(Waits.after(1, Duration.ofMinutes(2), () -> 0.5)).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(Waits.after(1, Duration.ofMillis(4_900), () -> 0)).isEqualTo(Duration.ofMillis(4_900));
    }

    private static final class Standing extends Clock {

        private Instant now = Instant.parse("2026-11-26T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
