package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Problem;
import org.qiao.testing.TestClock;

class AttemptsTest {

    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void theEleventhFailureInAQuarterOfAnHourIsRefusedWithTheTimeToWait() {
        fail("login a", 10);

        Problem problem = catchThrowableOfType(Problem.class, () -> attempts.begin("login a"));

        assertThat(problem.code()).isEqualTo("account.too_many_attempts");
        assertThat((Long) problem.params().get(Problem.RETRY_AFTER)).isBetween(895L, 901L);
        assertThatCode(() -> attempts.begin("login b")).doesNotThrowAnyException();
    }

    @Test
    void afterTheQuarterOfAnHourItStartsAnew() {
        fail("login a", 10);

        clock.forward(Duration.ofMinutes(15));

        assertThatCode(() -> fail("login a", 10)).doesNotThrowAnyException();
        assertThatThrownBy(() -> attempts.begin("login a")).isInstanceOf(Problem.class);
    }

    @Test
    void aRightPasswordForgivesTheLoginAndCostsTheAddressNothing() {
        fail("login a", 9);

        attempts.begin("login a", "address x");
        attempts.forgive("login a");
        attempts.giveBack("address x");

        assertThatCode(() -> fail("login a", 10)).doesNotThrowAnyException();
        assertThatCode(() -> fail("address x", 10)).doesNotThrowAnyException();
    }

    @Test
    void aRefusalByOneKeyDoesNotUseUpTheOther() {
        fail("login a", 10);

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> attempts.begin("address x", "login a")).isInstanceOf(Problem.class);
        }

        assertThatCode(() -> fail("address x", 10)).doesNotThrowAnyException();
    }

    @Test
    void parallelGuessesGetNoMoreTriesThanPatientOnes() throws Exception {
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.submit(() -> {
                    attempts.begin("login a");
                    return allowed.incrementAndGet();
                });
            }
        }

        assertThat(allowed).hasValue(10);
    }

    private void fail(String key, int times) {
        for (int i = 0; i < times; i++) {
            attempts.begin(key);
        }
    }
}
