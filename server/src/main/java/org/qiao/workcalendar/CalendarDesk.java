package org.qiao.workcalendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qiao.platform.Actor;
import org.qiao.workcalendar.CalendarAdminView.Source;
import org.qiao.workcalendar.CalendarAdminView.YearView;
import org.qiao.workcalendar.WorkCalendar.OwnDay;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar as members read it and administrators change it. */
@Service
class CalendarDesk {

    static final int DAYS_SHOWN_MAX = 400;
    static final int OWN_DAYS_MAX = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final CalendarStore store;
    private final ShippedYears shipped;
    private final WorkCalendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            CalendarStore store,
            ShippedYears shipped,
            WorkCalendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.shipped = shipped;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    CalendarView show(Actor actor, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || !isHeld(from) || !isHeld(to) || !to.isBefore(from.plusDays(DAYS_SHOWN_MAX))) {
            throw WorkcalendarProblem.BAD_RANGE.problem("max", DAYS_SHOWN_MAX);
        }
        WorkCalendar calendar = calendars.of(actor.orgId());
        List<Day> days = from.datesUntil(to.plusDays(1)).map(calendar::day).toList();
        List<Integer> unknown = days.stream()
                .filter(day -> !day.announced())
                .map(day -> day.date().getYear())
                .distinct()
                .toList();
        return new CalendarView(calendar.zone().getId(), calendar.hours(), days, unknown);
    }

    CalendarAdminView get(Actor actor) {
        requireAdmin(actor);
        CalendarSettings settings = calendars.settings(actor.orgId(), actor.zone());
        WorkCalendar calendar = calendars.read(actor.orgId());
        return new CalendarAdminView(
                settings.base(),
                settings.weekdays().stream().sorted().toList(),
                settings.hours(),
                calendar.zone().getId(),
                years(calendar, store.years(actor.orgId())));
    }

    private List<YearView> years(WorkCalendar calendar, List<HolidayYear> imported) {
        Holidays holidays = shipped.holidays().with(imported);
        var own = imported.stream().map(HolidayYear::year).collect(Collectors.toUnmodifiableSet());
        TreeSet<Integer> years = new TreeSet<>(holidays.years().keySet());
        int now = calendar.dateOf(clock.instant()).getYear();
        years.add(now);
        years.add(now + 1);
        List<YearView> views = new ArrayList<>();
        for (int year : years) {
            HolidayYear document = holidays.years().get(year);
            Source source =
                    document == null ? Source.NOT_ANNOUNCED : own.contains(year) ? Source.IMPORTED : Source.SHIPPED;
            LocalDate first = LocalDate.of(year, 1, 1);
            int workDays = calendar.workDaysBetween(first, first.plusYears(1));
            views.add(new YearView(year, source, document == null ? List.of() : document.papers(), workDays));
        }
        return views;
    }

    @Transactional
    public CalendarAdminView change(Actor actor, CalendarSettings settings) {
        Instant now = begin(actor);
        if (!settings.hours().isSound()) {
            throw WorkcalendarProblem.BAD_HOURS.problem();
        }
        store.set(actor, settings, now);
        return end(actor);
    }

    @Transactional
    public Day setDay(Actor actor, LocalDate date, DayRequest input) {
        Instant now = begin(actor);
        if (!isHeld(date)) {
            throw WorkcalendarProblem.BAD_RANGE.problem("max", DAYS_SHOWN_MAX);
        }
        if (store.countOtherDays(actor, date) >= OWN_DAYS_MAX) {
            throw WorkcalendarProblem.TOO_MANY_DAYS.problem("max", OWN_DAYS_MAX);
        }
        store.setDay(actor, date, new OwnDay(input.work(), input.name().strip()), now);
        return tell(actor).day(date);
    }

    /** The day follows the base calendar again. */
    @Transactional
    public Day clearDay(Actor actor, LocalDate date) {
        begin(actor);
        store.clearDay(actor, date);
        return tell(actor).day(date);
    }

    @Transactional
    public CalendarAdminView importYear(Actor actor, HolidayYear year) {
        Instant now = begin(actor);
        String flaw = year.flaw();
        if (flaw != null) {
            throw WorkcalendarProblem.BAD_HOLIDAYS.problem("field", flaw);
        }
        store.setYear(actor, year, now);
        return end(actor);
    }

    /** The year is again what came with the program, or not announced. */
    @Transactional
    public CalendarAdminView forgetYear(Actor actor, int year) {
        begin(actor);
        store.clearYear(actor, year);
        return end(actor);
    }

    private Instant begin(Actor actor) {
        requireAdmin(actor);
        Instant now = clock.instant();
        store.takeTurn(actor, now);
        return now;
    }

    private CalendarAdminView end(Actor actor) {
        tell(actor);
        return get(actor);
    }

    /** @return the calendar with what this transaction has changed */
    private WorkCalendar tell(Actor actor) {
        calendars.forgetAfterCommit(actor.orgId());
        events.publishEvent(new WorkCalendarChanged(actor.orgId()));
        return calendars.read(actor.orgId());
    }

    private static boolean isHeld(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw WorkcalendarProblem.NOT_ALLOWED.problem();
        }
    }
}
