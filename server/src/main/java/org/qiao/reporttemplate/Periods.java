package org.qiao.reporttemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.qiao.reporttemplate.ReportRules.ReportDeadline;
import org.qiao.workcalendar.WorkCalendar;

/** The rules of one template in the calendar of one company. */
public final class Periods {

    /** A deadline and its reminders lie no further from the period than this. */
    private static final int REACH_DAYS = 70;

    private final ReportRules rules;
    private final WorkCalendar calendar;

    public Periods(ReportRules rules, WorkCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public Period of(LocalDate day) {
        return Period.of(rules.cycle(), day);
    }

    public Period at(Instant now) {
        return of(today(now));
    }

    /** In the company's zone. */
    public LocalDate today(Instant now) {
        return calendar.dateOf(now);
    }

    public Instant start(Period period) {
        return calendar.at(period.from(), LocalTime.MIDNIGHT);
    }

    /** Not included. */
    public Instant end(Period period) {
        return calendar.at(period.to().plusDays(1), LocalTime.MIDNIGHT);
    }

    /** Nobody works in it, so nobody has to report. */
    public boolean isFree(Period period) {
        return lastWorkDay(period).isEmpty();
    }

    private Optional<LocalDate> lastWorkDay(Period period) {
        return Stream.iterate(period.to(), day -> !day.isBefore(period.from()), day -> day.minusDays(1))
                .filter(calendar::isWorkDay)
                .findFirst();
    }

    /** Empty without a deadline, and for a period in which nobody works. */
    public Optional<Instant> dueAt(Period period) {
        ReportDeadline deadline = rules.deadline();
        if (deadline == null) {
            return Optional.empty();
        }
        return lastWorkDay(period).map(last -> {
            LocalDate day = deadline.workDays()
                    ? calendar.plusWorkDays(last, deadline.days())
                    : period.to().plusDays(deadline.days());
            return calendar.at(day, deadline.time());
        });
    }

    public boolean isLate(Period period, Instant now) {
        return dueAt(period).map(now::isAfter).orElse(false);
    }

    /** Too late, and what comes late is not taken. */
    public boolean isClosed(Period period, Instant now) {
        return !rules.late() && isLate(period, now);
    }

    /**
     * The one that somebody would write now: the last one as long as it is not due and he has not reported, else the present one.
     *
     * @param reported whether he has reported
     */
    public Period open(Instant now, Predicate<Period> reported) {
        Period present = at(now);
        Period last = present.previous();
        boolean lastWaits = rules.cycle() != ReportCycle.NONE
                && dueAt(last).map(due -> !now.isAfter(due)).orElse(false)
                && !reported.test(last);
        return lastWaits ? last : present;
    }

    /** The moments at which those who have not reported for a period are reminded: before the deadline, and after it. */
    public List<Occasion> occasions(Period period) {
        List<Occasion> occasions = new ArrayList<>();
        dueAt(period).ifPresent(due -> {
            rules.before()
                    .forEach(minutes ->
                            occasions.add(new Occasion(period, due.minus(Duration.ofMinutes(minutes)), due, false)));
            rules.after()
                    .forEach(minutes ->
                            occasions.add(new Occasion(period, due.plus(Duration.ofMinutes(minutes)), due, true)));
        });
        return occasions;
    }

    /** The first occasions of all periods that come later than a moment; more than one when they come together. */
    public List<Occasion> next(Instant after) {
        List<Occasion> next = new ArrayList<>();
        for (Occasion occasion : near(after)) {
            if (!occasion.at().isAfter(after)) {
                continue;
            }
            if (!next.isEmpty() && occasion.at().isBefore(next.getFirst().at())) {
                next.clear();
            }
            if (next.isEmpty() || occasion.at().equals(next.getFirst().at())) {
                next.add(occasion);
            }
        }
        return next;
    }

    /** Those of exactly this moment; none when the calendar or the rules have changed since it was computed. */
    public List<Occasion> exactly(Instant moment) {
        return near(moment).stream()
                .filter(occasion -> occasion.at().equals(moment))
                .toList();
    }

    private List<Occasion> near(Instant moment) {
        if (rules.cycle() == ReportCycle.NONE
                || rules.before().isEmpty() && rules.after().isEmpty()) {
            return List.of();
        }
        LocalDate day = calendar.dateOf(moment);
        List<Occasion> near = new ArrayList<>();
        Period period = of(day.minusDays(REACH_DAYS));
        while (!period.from().isAfter(day.plusDays(REACH_DAYS))) {
            near.addAll(occasions(period));
            period = period.next();
        }
        return near;
    }

    /** @param overdue after the deadline */
    public record Occasion(Period period, Instant at, Instant dueAt, boolean overdue) {}
}
