package org.qiao.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Counts how often each of many does something in a minute. Kept in memory; who was there least is forgotten when there are too many. */
public final class PerMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;

    /** @param keysMax of whom so many are remembered */
    public PerMinute(int keysMax) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(keysMax)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
    }

    /**
     * Counts once.
     *
     * @param most in a minute, and at once; always the same for one key
     * @return false when nothing is left
     */
    public boolean take(String key, int most) {
        return bucket(key, most).tryConsume(1);
    }

    /** The same without counting. */
    public boolean isLeft(String key, int most) {
        return bucket(key, most).getAvailableTokens() >= 1;
    }

    private Bucket bucket(String key, int most) {
        return buckets.get(
                key,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                        .build());
    }
}
