package org.qiao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(40); // much else may run beside the tests
    private static final long LOOK_NANOS = 20_000_000;

    private Await() {}

    public static void until(BooleanSupplier condition) {
        until(condition, () -> "the condition, at last");
    }

    /** @param otherwise what is wrong when it is not met */
    public static void until(BooleanSupplier condition, Supplier<String> otherwise) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(LOOK_NANOS);
            met = condition.getAsBoolean();
        }
        assertThat(met).as(met ? "" : otherwise.get()).isTrue();
    }
}
