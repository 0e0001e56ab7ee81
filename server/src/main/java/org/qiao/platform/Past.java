package org.qiao.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a piece of the program act as if it were earlier, for bringing in what has happened: whoever asks the server's clock inside is
 * told the past moment. Listeners of what is committed inside are in the past, too; every other thread is in the present.
 */
public final class Past {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Past() {}

    public static <T> T at(Instant moment, Supplier<T> what) {
        return ScopedValue.where(MOMENT, moment).call(what::get);
    }

    public static void at(Instant moment, Runnable what) {
        ScopedValue.where(MOMENT, moment).run(what);
    }

    /** The same task at the moment of this thread, whoever runs it. */
    static Runnable kept(Runnable task) {
        Instant moment = moment().orElse(null);
        return moment == null ? task : () -> at(moment, task);
    }

    /** The moment at which it is acted here, if that is not now. */
    public static Optional<Instant> moment() {
        return MOMENT.isBound() ? Optional.of(MOMENT.get()) : Optional.empty();
    }

    /** A clock that knows the past. */
    static Clock over(Clock clock) {
        return new Clock() {
            @Override
            public Instant instant() {
                return MOMENT.isBound() ? MOMENT.get() : clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(clock.withZone(zone));
            }
        };
    }
}
