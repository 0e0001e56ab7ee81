package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.platform.SecureTokens;

class WorkTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final String CODE = "abcDEF123456";
    private static final int EASY = 10;

    private final Work work = new Work(new VisitSeal(new byte[32]));

    static String solve(String challenge, int bits) {
        int nonce = 0;
        while (Work.zeroBits(SecureTokens.hash(challenge + ":" + nonce)) < bits) {
            nonce++;
        }
        return Integer.toString(nonce);
    }

    @Test
    void onlyASolvedChallengeOfOursForThisCodeInTimeIsGood() {
        String challenge = work.challenge(CODE, EASY, NOW);
        String nonce = solve(challenge, EASY);

        assertThat(work.answered(challenge, nonce, CODE, EASY, NOW)).contains(NOW.plus(Work.LIFE));
        assertThat(work.answered(challenge, nonce, "other0000000", EASY, NOW)).isEmpty();
        assertThat(work.answered(challenge, nonce, CODE, EASY + 1, NOW)).isEmpty();
        assertThat(work.answered(challenge, nonce, CODE, EASY, NOW.plus(Work.LIFE)))
                .isEmpty();
        assertThat(work.answered(challenge, "x" + nonce + "y", CODE, EASY, NOW)).isEmpty();
        assertThat(work.answered(challenge.replace(".10.", ".01."), nonce, CODE, 1, NOW))
                .isEmpty();
        Work stranger = new Work(new VisitSeal(new byte[] {1}));
        assertThat(stranger.answered(challenge, nonce, CODE, EASY, NOW)).isEmpty();
        assertThat(work.answered("nonsense", nonce, CODE, EASY, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 18", "6, 18", "7, 19", "11, 20", "19, 22", "500, 22"})
    void itGetsHarder(int openings, int bits) {
        assertThat(Work.bits(openings, 3)).isEqualTo(bits);
    }

    @Test
    void zeroBitsAreCountedFromTheFront() {
        assertThat(Work.zeroBits(new byte[] {0, 0x1f, 0})).isEqualTo(11);
        assertThat(Work.zeroBits(new byte[] {(byte) 0x80})).isZero();
        assertThat(Work.zeroBits(new byte[] {0, 0})).isEqualTo(16);
    }
}
