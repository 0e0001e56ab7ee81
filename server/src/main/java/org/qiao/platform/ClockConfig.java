package org.qiao.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
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
}
