package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstThenSoManyPerSecond() {
        TokenBucket bucket = new TokenBucket(10, 3, 0);

        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isEqualTo(100);
        assertThat(bucket.take(SECOND / 10)).isZero();
        assertThat(bucket.take(SECOND / 10)).isEqualTo(100);
    }

    @Test
    void aLongRestFillsNoMoreThanTheBurst() {
        TokenBucket bucket = new TokenBucket(10, 2, 0);

        assertThat(bucket.take(1_000 * SECOND)).isZero();
        assertThat(bucket.take(1_000 * SECOND)).isZero();
        assertThat(bucket.take(1_000 * SECOND)).isPositive();
    }

    @Test
    void theNanosecondCounterMayJumpBackWithoutHarm() {
        TokenBucket bucket = new TokenBucket(10, 1, 5 * SECOND);

        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isPositive();
    }
}
