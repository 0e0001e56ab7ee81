package org.qiao.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.report.ReportFormViews.ReportPeriodView;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportVersion;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;

/** The periods of a template for one person, now. */
@Component
class ReportPeriods {

    static final int OLDEST_DAYS = 366;

    private final WorkCalendars calendars;
    private final ReportStore store;
    private final Members members;
    private final Clock clock;

    ReportPeriods(WorkCalendars calendars, ReportStore store, Members members, Clock clock) {
        this.calendars = calendars;
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    Periods rules(long orgId, ReportVersion version) {
        return new Periods(version.rules(), calendars.of(orgId));
    }

    /** @param day any day of it; null: the one that is open for him */
    Period of(Actor actor, ReportVersion version, @Nullable LocalDate day) {
        Periods rules = rules(actor.orgId(), version);
        Instant now = clock.instant();
        if (day == null) {
            return rules.open(
                    now,
                    each -> store.findSent(actor, version.templateId(), each).isPresent());
        }
        LocalDate today = rules.today(now);
        if (day.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw ReportProblem.TOO_OLD.problem("days", OLDEST_DAYS);
        }
        if (day.isAfter(today) && !rules.at(now).holds(day)) {
            throw ReportProblem.NOT_YET.problem();
        }
        return rules.of(day);
    }

    ReportPeriodView view(Actor actor, ReportVersion version, Period period) {
        return ReportPeriodView.of(rules(actor.orgId(), version), period, clock.instant());
    }

    /**
     * Newcomers, and the first day of the first period in which they were there.
     *
     * @param since those who came in the period of this day or later; null: of today
     */
    Map<Long, LocalDate> first(long orgId, Periods rules, @Nullable LocalDate since) {
        Instant moment = rules.start(since == null ? rules.at(clock.instant()) : rules.of(since));
        Map<Long, LocalDate> first = new HashMap<>();
        members.joined(orgId, moment)
                .forEach((person, at) -> first.put(person, rules.at(at).from()));
        return first;
    }

    Instant now() {
        return clock.instant();
    }
}
