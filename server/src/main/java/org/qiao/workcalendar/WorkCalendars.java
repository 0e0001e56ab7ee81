package org.qiao.workcalendar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.qiao.directory.Orgs;
import org.qiao.platform.AfterCommit;
import org.qiao.workcalendar.CalendarSettings.Base;
import org.springframework.stereotype.Service;

/** The calendars of all companies, for whoever needs to know when one works. */
@Service
public class WorkCalendars {

    private static final int COMPANIES_MAX = 2_000;

    /** A company that moves to another zone, or another server of the cluster that changes a calendar, is noticed so soon. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final CalendarStore store;
    private final ShippedYears shipped;
    private final Orgs orgs;
    private final LoadingCache<Long, WorkCalendar> calendars;

    WorkCalendars(CalendarStore store, ShippedYears shipped, Orgs orgs) {
        this.store = store;
        this.shipped = shipped;
        this.orgs = orgs;
        this.calendars = Caffeine.newBuilder()
                .maximumSize(COMPANIES_MAX)
                .expireAfterWrite(KEPT)
                .build(this::read);
    }

    /** The company's calendar as it is now. Cheap: remembered until it changes, for a minute at most. */
    public WorkCalendar of(long orgId) {
        return calendars.get(orgId);
    }

    /** As the database has it, within the caller's transaction. */
    WorkCalendar read(long orgId) {
        ZoneId zone = ZoneId.of(orgs.get(orgId).zone());
        CalendarSettings settings = settings(orgId, zone);
        Holidays holidays = settings.base() == Base.CN_HOLIDAYS ? holidays(orgId) : null;
        return new WorkCalendar(zone, Set.copyOf(settings.weekdays()), settings.hours(), holidays, store.days(orgId));
    }

    CalendarSettings settings(long orgId, ZoneId zone) {
        return store.settings(orgId).orElseGet(() -> CalendarSettings.standard(zone));
    }

    /** The announced years as the company sees them. */
    Holidays holidays(long orgId) {
        return shipped.holidays().with(store.years(orgId));
    }

    void forgetAfterCommit(long orgId) {
        AfterCommit.run(() -> calendars.invalidate(orgId));
    }
}
