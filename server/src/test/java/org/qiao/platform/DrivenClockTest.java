package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.testing.Await;

class DrivenClockTest {

    @TempDir
    Path folder;

    @Test
    void withoutTheFlagItIsTheSystemsClock() {
        assertThat(ClockConfig.clock(null, "")).isEqualTo(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "192.0.2.7", "::"})
    void aServerThatOthersCanReachDoesNotStartWithIt(String address) {
        String file = folder.resolve("clock").toString();

        assertThatThrownBy(() -> ClockConfig.clock(file, address)).hasMessageContaining("127.0.0.1");
    }

    @Test
    void theFileMovesItForwardAndNeverBack() throws Exception {
        Path file = folder.resolve("clock");
        Clock clock = ClockConfig.clock(file.toString(), "127.0.0.1");
        Instant real = Instant.now(Clock.systemUTC());
        assertThat(clock.instant()).isBetween(real, real.plusSeconds(60));

        Files.writeString(file, "3600\n");
        Await.until(() -> clock.instant().isAfter(real.plus(Duration.ofMinutes(59))));
        Files.writeString(file, "60");
        Await.until(() -> clock.instant().isAfter(real.plus(Duration.ofMinutes(60))));
    }
}
