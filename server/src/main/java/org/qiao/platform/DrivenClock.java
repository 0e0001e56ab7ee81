package org.qiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Real time plus as many seconds as a file says, for journeys that cannot wait for minutes. It only moves forward; the file is
 * looked at often enough for a test and rarely enough for the server.
 */
final class DrivenClock extends Clock {

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
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(real, ahead()).withZone(zone);
    }
}
