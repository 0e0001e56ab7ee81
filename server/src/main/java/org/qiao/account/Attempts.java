package org.qiao.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins, counted per login as it was typed and per address, whether or not the login exists: the limit tells nothing.
 * An attempt counts before the password is looked at and is taken back when it was right, so a burst of parallel guesses gets no
 * more tries than a patient one.
 */
@Component
class Attempts {

    static final int MAX_FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Beyond this the counts used least are forgotten: bounded memory under a flood of invented logins. */
    private static final int MAX_KEYS = 100_000;

    private final Cache<String, Count> counts =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).build();
    private final Clock clock;

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Count(int failures, Instant until) {}

    static String login(String login) {
        return "login " + login.toLowerCase(Locale.ROOT);
    }

    static String account(long accountId) {
        return "account " + accountId;
    }

    static String address(String address) {
        return "address " + address;
    }

    /** Counts one attempt for every key, or refuses with the time to wait when one of them has none left. */
    void begin(String... keys) {
        for (int i = 0; i < keys.length; i++) {
            if (!take(keys[i])) {
                for (int taken = 0; taken < i; taken++) {
                    giveBack(keys[taken]);
                }
                throw AccountProblem.TOO_MANY_ATTEMPTS.problem(Problem.RETRY_AFTER, secondsLeft(keys[i]));
            }
        }
    }

    /** The attempt was right and does not count. */
    void giveBack(String key) {
        counts.asMap()
                .computeIfPresent(
                        key,
                        (k, count) -> count.failures() <= 1 ? null : new Count(count.failures() - 1, count.until()));
    }

    /** The right password was given: earlier mistakes are forgiven. */
    void forgive(String key) {
        counts.invalidate(key);
    }

    private boolean take(String key) {
        Instant now = clock.instant();
        boolean[] taken = {false};
        counts.asMap().compute(key, (k, count) -> {
            if (count == null || !count.until().isAfter(now)) {
                taken[0] = true;
                return new Count(1, now.plus(WINDOW));
            }
            taken[0] = count.failures() < MAX_FAILURES;
            return taken[0] ? new Count(count.failures() + 1, count.until()) : count;
        });
        return taken[0];
    }

    private long secondsLeft(String key) {
        Count count = counts.getIfPresent(key);
        long seconds = count == null
                ? 1
                : Duration.between(clock.instant(), count.until()).toSeconds() + 1;
        return Math.max(1, seconds);
    }
}
