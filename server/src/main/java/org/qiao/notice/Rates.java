package org.qiao.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How much a company may give to a network each minute. At once goes what belongs to ten seconds, at least one. */
@Component
class Rates {

    private static final int BURSTS_A_MINUTE = 6;

    /** Beyond this the limits used least start anew: bounded memory. */
    private static final int BUCKETS_MAX = 20_000;

    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(BUCKETS_MAX).build();
    private final ClockMeter time;

    Rates(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    private record Key(long orgId, Channel channel, int perMinute) {}

    /** As many of the wanted ones as may go now, perhaps none. */
    int take(long orgId, Channel channel, int perMinute, int wanted) {
        return (int) bucket(orgId, channel, perMinute).tryConsumeAsMuchAsPossible(wanted);
    }

    void giveBack(long orgId, Channel channel, int perMinute, int unused) {
        if (unused > 0) {
            bucket(orgId, channel, perMinute).addTokens(unused);
        }
    }

    /** Until the next one may go. */
    Duration wait(long orgId, Channel channel, int perMinute) {
        return Duration.ofNanos(
                bucket(orgId, channel, perMinute).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(long orgId, Channel channel, int perMinute) {
        return Objects.requireNonNull(buckets.get(new Key(orgId, channel, perMinute), this::fresh));
    }

    private Bucket fresh(Key key) {
        int atOnce = Math.max(1, key.perMinute() / BURSTS_A_MINUTE);
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(key.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
