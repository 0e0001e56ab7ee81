package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermitsTest {

    private final Permits permits = new Permits();

    @Test
    void whoWasFoundUnderANumberIsKnownUnderItAndNobodyElse() {
        permits.learn(5, 3, new long[] {9, 7, 7}, 0, 3);

        assertThat(permits.of(5, new long[] {7, 9, 7}, 0, 3)).isEqualTo(3);
        assertThat(permits.of(5, new long[] {7, 8}, 0, 2)).isZero();
        assertThat(permits.of(6, new long[] {7}, 0, 1)).isZero();
    }

    @Test
    void onlyTheStretchOfAConversationCounts() {
        permits.learn(5, 3, new long[] {1, 7, 9, 2}, 1, 3);

        assertThat(permits.of(5, new long[] {1, 7, 9}, 1, 3)).isEqualTo(3);
        assertThat(permits.of(5, new long[] {1, 7, 9}, 0, 3)).isZero();
    }

    @Test
    void underTheSameNumberPeopleAreAddedAndAHigherNumberForgetsThem() {
        permits.learn(5, 3, new long[] {7}, 0, 1);
        permits.learn(5, 3, new long[] {9}, 0, 1);
        assertThat(permits.of(5, new long[] {7, 9}, 0, 2)).isEqualTo(3);

        permits.learn(5, 4, new long[] {9}, 0, 1);
        assertThat(permits.of(5, new long[] {9}, 0, 1)).isEqualTo(4);
        assertThat(permits.of(5, new long[] {7}, 0, 1)).isZero();

        permits.learn(5, 3, new long[] {7}, 0, 1); // an answer that came late
        assertThat(permits.of(5, new long[] {7}, 0, 1)).isZero();
    }
}
