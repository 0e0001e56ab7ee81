package org.qiao.reminder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.qiao.reminder.ReminderStore.Row;
import org.springframework.stereotype.Component;

/** What the operator sees, over all companies. */
@Component
class ReminderMetrics {

    /** A question to the database: not more often than this, however many collectors ask. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final MeterRegistry meters;
    private final Counter told;
    private final Counter failed;

    ReminderMetrics(MeterRegistry meters, ReminderStore store, Clock clock) {
        this.meters = meters;
        this.told = Counter.builder("qiao.reminder.told")
                .description("ReminderTexts that were ordered for recipients")
                .register(meters);
        this.failed = Counter.builder("qiao.reminder.failed")
                .description("Reminders that could not be served and are tried again")
                .register(meters);
        Remembered open = new Remembered(store::countAll);
        Gauge.builder("qiao.reminder.open", open::value)
                .description("Reminders that wait")
                .register(meters);
        Remembered behind = new Remembered(
                () -> store.oldestDue().map(due -> late(due, clock.instant())).orElse(0.0));
        Gauge.builder("qiao.reminder.behind", behind::value)
                .description("Seconds by which the oldest reminder that waits is late")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double late(Instant due, Instant now) {
        return Math.max(0, Duration.between(due, now).toMillis() / 1000.0);
    }

    void served(List<Row> reminders, int texts) {
        reminders.stream()
                .collect(Collectors.groupingBy(row -> row.reminder().topic(), Collectors.counting()))
                .forEach((topic, count) -> Counter.builder("qiao.reminder.served")
                        .description("Reminders that were due and served, by the module that asked for them")
                        .tag("topic", topic)
                        .register(meters)
                        .increment(count));
        told.increment(texts);
    }

    void failed() {
        failed.increment();
    }

    private static final class Remembered {

        private final DoubleSupplier source;
        private double value;
        private long at = System.nanoTime() - KEPT_NANOS;

        Remembered(DoubleSupplier source) {
            this.source = source;
        }

        synchronized double value() {
            if (System.nanoTime() - at >= KEPT_NANOS) {
                at = System.nanoTime();
                value = source.getAsDouble();
            }
            return value;
        }
    }
}
