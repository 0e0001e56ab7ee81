package org.qiao.bench;

import io.netty.util.concurrent.ScheduledFuture;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends at a fixed rate whatever the server does. Each message has the moment it was meant for, so one that had to wait because the
 * server or this program was late counts with its waiting (coordinated omission).
 */
final class Pacer {

    private static final long TICK_MICROS = 250;

    private final Network network;
    private final LongConsumer send;
    private final double nanosBetween;
    private long begun;
    private long sent;
    private @Nullable ScheduledFuture<?> ticks;

    /** @param send gets the moment that the message is meant for */
    Pacer(Network network, double perSecond, LongConsumer send) {
        this.network = network;
        this.send = send;
        this.nanosBetween = 1e9 / perSecond;
    }

    void start() {
        network.run(() -> {
            begun = System.nanoTime();
            ticks = network.loop().scheduleAtFixedRate(this::tick, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
        });
    }

    void stop() {
        network.run(() -> Objects.requireNonNull(ticks).cancel(false));
    }

    private void tick() {
        long now = System.nanoTime();
        long due = begun + (long) (sent * nanosBetween);
        if (due > now) {
            return;
        }
        while (due <= now) {
            send.accept(due);
            sent++;
            due = begun + (long) (sent * nanosBetween);
        }
        network.flush();
    }
}
