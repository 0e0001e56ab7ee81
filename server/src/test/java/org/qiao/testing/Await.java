package org.qiao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for a time. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_NANOS = 20_000_000;

    private Await() {}

    public static void until(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(LOOK_NANOS);
            met = condition.getAsBoolean();
        }
        assertThat(met).as("the condition, at last").isTrue();
    }
}
