package org.qiao.contactway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.WorkCalendar;

/**
 * When one employee answers customers: the hours of his card, else the company's working time. Hours of a card that name no day are the
 * company's, too: somebody who is never there cannot be waited for. Pure; not to be kept for longer than one piece of work.
 */
public final class ServiceTime {

    /** Nobody is waited for longer; every walk over days ends. */
    private static final int DAYS_MAX = 400;

    private final WorkCalendar calendar;
    private final List<OfficeHours> hours;

    ServiceTime(@Nullable List<OfficeHours> hours, WorkCalendar calendar) {
        this.calendar = calendar;
        this.hours = hours == null ? List.of() : List.copyOf(hours);
    }

    /** The company's. */
    public static ServiceTime of(WorkCalendar calendar) {
        return new ServiceTime(null, calendar);
    }

    /** The local date of a moment in the company. */
    public LocalDate dateOf(Instant at) {
        return calendar.dateOf(at);
    }

    public boolean isOn(Instant at) {
        if (hours.isEmpty()) {
            return calendar.isWorkTime(at);
        }
        return on(calendar.dateOf(at)).stream()
                .anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.until()));
    }

    /** The earliest moment at which so much of his time has passed since this one. */
    public Instant plus(Instant from, Duration time) {
        if (hours.isEmpty()) {
            return calendar.plusWorkTime(from, time);
        }
        Duration left = time;
        LocalDate day = calendar.dateOf(from);
        for (int walked = 0; walked < DAYS_MAX; walked++, day = day.plusDays(1)) {
            for (Span span : on(day)) {
                Instant start = span.from().isBefore(from) ? from : span.from();
                Duration here = Duration.between(start, span.until());
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = here.isNegative() ? left : left.minus(here);
            }
        }
        return from.plus(Duration.ofDays(DAYS_MAX));
    }

    /** How much of his time lies between two moments. */
    public Duration between(Instant from, Instant until) {
        if (hours.isEmpty()) {
            return calendar.workTimeBetween(from, until);
        }
        Duration sum = Duration.ZERO;
        LocalDate last = calendar.dateOf(until);
        LocalDate day = calendar.dateOf(from);
        for (int walked = 0; walked < DAYS_MAX && !day.isAfter(last); walked++, day = day.plusDays(1)) {
            for (Span span : on(day)) {
                Instant start = span.from().isBefore(from) ? from : span.from();
                Instant end = span.until().isAfter(until) ? until : span.until();
                sum = start.isBefore(end) ? sum.plus(Duration.between(start, end)) : sum;
            }
        }
        return sum;
    }

    private record Span(Instant from, Instant until) {}

    /** In order and without counting an hour twice, whatever he wrote down. */
    private List<Span> on(LocalDate day) {
        List<Span> spans = hours.stream()
                .filter(some -> some.days().contains(day.getDayOfWeek()))
                .map(some -> some.on(day, calendar.zone()))
                .map(stretch -> new Span(stretch.from(), stretch.until()))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        return spans.stream()
                .map(span -> new Span(latest(spans, span), span.until()))
                .filter(span -> span.from().isBefore(span.until()))
                .toList();
    }

    private static Instant latest(List<Span> spans, Span span) {
        return spans.subList(0, spans.indexOf(span)).stream()
                .map(Span::until)
                .filter(end -> end.isAfter(span.from()))
                .max(Comparator.naturalOrder())
                .orElse(span.from());
    }
}
