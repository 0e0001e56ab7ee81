package org.qiao.workcalendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.HolidayYear.HolidayDay;
import org.qiao.workcalendar.WorkHours.Stretch;

/**
 * When one company works. Pure and immutable: ask it as often as you like, and do not keep it for longer than one piece of work.
 * Days are local dates in {@link #zone()}. A year whose public holidays are not announced yet follows its weekdays, and its days
 * say so.
 */
public final class WorkCalendar {

    /** About ten years: nobody counts further, and every walk over days ends. */
    private static final int DAYS_MAX = 4_000;

    private final ZoneId zone;
    private final Set<DayOfWeek> weekdays;
    private final WorkHours hours;
    private final @Nullable Holidays holidays;
    private final Map<LocalDate, OwnDay> own;

    /**
     * @param holidays null: the company knows no public holidays
     * @param own the company's own decisions
     */
    WorkCalendar(
            ZoneId zone,
            Set<DayOfWeek> weekdays,
            WorkHours hours,
            @Nullable Holidays holidays,
            Map<LocalDate, OwnDay> own) {
        if (weekdays.isEmpty() || !hours.isSound()) {
            throw new IllegalArgumentException("A calendar without work");
        }
        this.zone = zone;
        this.weekdays = EnumSet.copyOf(weekdays);
        this.hours = hours;
        this.holidays = holidays;
        this.own = Map.copyOf(own);
    }

    /** Monday to Friday without any holiday, in the standard hours: for tests and for companies that have decided nothing. */
    public static WorkCalendar plain(ZoneId zone) {
        return new WorkCalendar(
                zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), WorkHours.STANDARD, null, Map.of());
    }

    /** What the company decided about one day. */
    record OwnDay(boolean work, String name) {}

    public ZoneId zone() {
        return zone;
    }

    public WorkHours hours() {
        return hours;
    }

    /** The local date of a moment. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** A time of a day. One that a change of clocks leaves out comes later, one that comes twice is the first. */
    public Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /** False: the public holidays of this year are not known yet, its days follow their weekdays. */
    public boolean isAnnounced(int year) {
        return holidays == null || holidays.isAnnounced(year);
    }

    public boolean isWorkDay(LocalDate date) {
        return kind(date).isWork();
    }

    /** The work days between two days, both included. */
    public Set<LocalDate> workDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::isWorkDay).collect(Collectors.toUnmodifiableSet());
    }

    public DayKind kind(LocalDate date) {
        return day(date).kind();
    }

    public Day day(LocalDate date) {
        boolean announced = isAnnounced(date.getYear());
        OwnDay decided = own.get(date);
        if (decided != null) {
            DayKind kind = decided.work() ? isBaseWork(date) ? DayKind.WORK : DayKind.SWAPPED_WORK : DayKind.HOLIDAY;
            return new Day(date, kind, decided.name(), true, announced);
        }
        HolidayDay holiday = holidays == null ? null : holidays.on(date);
        if (holiday != null) {
            DayKind kind = holiday.off() ? DayKind.HOLIDAY : DayKind.SWAPPED_WORK;
            return new Day(date, kind, holiday.name(), false, announced);
        }
        DayKind kind = weekdays.contains(date.getDayOfWeek()) ? DayKind.WORK : DayKind.REST;
        return new Day(date, kind, "", false, announced);
    }

    private boolean isBaseWork(LocalDate date) {
        HolidayDay holiday = holidays == null ? null : holidays.on(date);
        return holiday == null ? weekdays.contains(date.getDayOfWeek()) : !holiday.off();
    }

    /** The first work day after this day. */
    public LocalDate nextWorkDay(LocalDate after) {
        return plusWorkDays(after, 1);
    }

    /** This day when it is a work day, else the next one. */
    public LocalDate workDayFrom(LocalDate date) {
        return isWorkDay(date) ? date : nextWorkDay(date);
    }

    /** The n-th work day after this day, before it when n is negative; the day itself, worked or not, for 0. */
    public LocalDate plusWorkDays(LocalDate date, int days) {
        int step = Integer.signum(days);
        int left = Math.abs(days);
        LocalDate day = date;
        for (int walked = 0; left > 0; walked++) {
            requireNear(walked);
            day = day.plusDays(step);
            if (isWorkDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many work days there are from the one day until before the other; 0 when that is not later. */
    public int workDaysBetween(LocalDate from, LocalDate untilExclusive) {
        int count = 0;
        int walked = 0;
        for (LocalDate day = from; day.isBefore(untilExclusive); day = day.plusDays(1)) {
            requireNear(walked++);
            count += isWorkDay(day) ? 1 : 0;
        }
        return count;
    }

    public boolean isWorkTime(Instant at) {
        return nextWorkTime(at).equals(at);
    }

    /** This moment when it lies in working time, else the beginning of the next one. The end of work is not working time. */
    public Instant nextWorkTime(Instant at) {
        LocalDate day = dateOf(at);
        for (int walked = 0; ; walked++) {
            requireNear(walked);
            for (Stretch stretch : stretches(day)) {
                if (at.isBefore(stretch.until())) {
                    return at.isBefore(stretch.from()) ? stretch.from() : at;
                }
            }
            day = day.plusDays(1);
        }
    }

    /**
     * The earliest moment at which so much working time has passed since this one; for a negative duration the latest from which
     * so much passes until this one. Breaks, nights and free days do not count; zero is the moment itself.
     */
    public Instant plusWorkTime(Instant from, Duration duration) {
        return duration.isNegative() ? back(from, duration.negated()) : forth(from, duration);
    }

    private Instant forth(Instant from, Duration duration) {
        if (duration.isZero()) {
            return from;
        }
        Duration left = duration;
        LocalDate day = dateOf(from);
        for (int walked = 0; ; walked++) {
            requireNear(walked);
            for (Stretch stretch : stretches(day)) {
                Instant start = stretch.from().isBefore(from) ? from : stretch.from();
                Duration here = Duration.between(start, stretch.until());
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
            day = day.plusDays(1);
        }
    }

    private Instant back(Instant until, Duration duration) {
        Duration left = duration;
        LocalDate day = dateOf(until);
        for (int walked = 0; ; walked++) {
            requireNear(walked);
            for (Stretch stretch : stretches(day).reversed()) {
                Instant end = stretch.until().isAfter(until) ? until : stretch.until();
                Duration here = Duration.between(stretch.from(), end);
                if (here.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
            day = day.minusDays(1);
        }
    }

    /** How much working time lies between two moments; zero when the second is not later. */
    public Duration workTimeBetween(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        int walked = 0;
        LocalDate last = dateOf(until);
        for (LocalDate day = dateOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            requireNear(walked++);
            for (Stretch stretch : stretches(day)) {
                Instant start = stretch.from().isBefore(from) ? from : stretch.from();
                Instant end = stretch.until().isAfter(until) ? until : stretch.until();
                sum = start.isBefore(end) ? sum.plus(Duration.between(start, end)) : sum;
            }
        }
        return sum;
    }

    private List<Stretch> stretches(LocalDate day) {
        return isWorkDay(day) ? hours.on(day, zone) : List.of();
    }

    private static void requireNear(int walked) {
        if (walked > DAYS_MAX) {
            throw new IllegalArgumentException("Further than " + DAYS_MAX + " days");
        }
    }
}
