package org.qiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place that knows the system clock; everybody else takes the Clock. */
@Configuration
class ClockConfig {

    private static final Logger log = LoggerFactory.getLogger(ClockConfig.class);

    /** Only a flag of the JVM counts, not a setting: no file and no environment of a server with people on it can hold it. */
    private static final String FILE = "qiao.clock.file";

    @Bean
    Clock clock(@Value("${server.address:}") String address) {
        return Past.over(clock(System.getProperty(FILE), address));
    }

    static Clock clock(@Nullable String file, String address) {
        if (file == null) {
            return Clock.systemUTC();
        }
        if (!isThisMachine(address)) {
            throw new IllegalStateException(
                    "%s is for journeys on this machine: with it server.address must be 127.0.0.1".formatted(FILE));
        }
        log.warn("{} is set: THE CLOCK OF THIS SERVER IS MOVED BY A TEST. It is for journeys, never for people", FILE);
        return new DrivenClock(Path.of(file));
    }

    private static boolean isThisMachine(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Real time plus as many seconds as a file says, for journeys that cannot wait for minutes. It only moves forward; the file is
     * looked at often enough for a test and rarely enough for the server.
     */
    private static final class DrivenClock extends Clock {

        private static final long LOOK_NANOS = 20_000_000;

        private final Path file;
        private final Clock real = Clock.systemUTC();
        private long lookedAt;
        private Duration ahead = Duration.ZERO;

        DrivenClock(Path file) {
            this.file = file;
            this.lookedAt = System.nanoTime() - LOOK_NANOS;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(ahead());
        }

        private synchronized Duration ahead() {
            if (System.nanoTime() - lookedAt >= LOOK_NANOS) {
                lookedAt = System.nanoTime();
                Duration said = read();
                ahead = said.compareTo(ahead) > 0 ? said : ahead;
            }
            return ahead;
        }

        /** A file that is just being written says nothing yet. */
        private Duration read() {
            try {
                String text = Files.readString(file).strip();
                return text.isEmpty() ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(text));
            } catch (NoSuchFileException _) {
                return Duration.ZERO;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(ZoneOffset.UTC)
                    ? this
                    : Clock.offset(real, ahead()).withZone(zone);
        }
    }
}
