package org.qiao.platform;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What every list takes, {@code after} and {@code limit}; how many days may be asked for; and how long a failed job waits. */
public final class Limits {

    public static final int PAGE_DEFAULT = 50;
    public static final int PAGE_MAX = 200;

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;
    private static final int LAST_YEAR = 9999;

    private Limits() {}

    /** A day that the database can hold and that can be counted on from; a client may write a year with nine digits. */
    public static boolean isDay(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    /** Whether the two days, both of them counted, are in order and no more than so many. */
    public static boolean isSpan(LocalDate from, LocalDate until, int most) {
        long days = ChronoUnit.DAYS.between(from, until);
        return isDay(from) && isDay(until) && days >= 0 && days < most;
    }

    /** Refuses what is no span, by the field of its end. */
    public static void requireSpan(LocalDate from, LocalDate until, int most) {
        if (!isSpan(from, until, most)) {
            throw PlatformProblem.INVALID.problem("field", "until", "max", most);
        }
    }

    /** So long a job that failed so often waits before it is tried again: longer each time, an hour at most. */
    public static Duration pause(int failures) {
        return pause(failures, PAUSE, PAUSE_MAX);
    }

    /** The first pause, doubled with each failure up to the longest. */
    public static Duration pause(int failures, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures, 0, DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** The page size asked for, between 1 and {@link #PAGE_MAX}; anything else is refused. */
    public static int page(@Nullable Integer limit) {
        return page(limit, PAGE_DEFAULT, PAGE_MAX);
    }

    public static int page(@Nullable Integer limit, int standard, int max) {
        return within("limit", limit, standard, max);
    }

    /** A count between 1 and {@code max}; anything else is refused by its field's name. */
    public static int within(String field, @Nullable Integer count, int standard, int max) {
        if (count == null) {
            return standard;
        }
        if (count < 1 || count > max) {
            throw PlatformProblem.INVALID.problem("field", field, "max", max);
        }
        return count;
    }

    /** A numeric paging key; a key that was not made by us is refused. */
    public static long key(@Nullable String after, long standard) {
        if (after == null || after.isEmpty()) {
            return standard;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }
}
