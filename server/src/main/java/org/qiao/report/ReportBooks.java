package org.qiao.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.report.Report.Filled;
import org.qiao.report.ReportTellings.Kind;
import org.qiao.reporttemplate.Period;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what has been decided: the row, its version, its readers, and what follows. */
@Component
class ReportBooks {

    private final ReportStore store;
    private final ReportReaderStore readers;
    private final ReportDraftStore drafts;
    private final ReportAccess access;
    private final ReportTellings tellings;
    private final ApplicationEventPublisher events;

    ReportBooks(
            ReportStore store,
            ReportReaderStore readers,
            ReportDraftStore drafts,
            ReportAccess access,
            ReportTellings tellings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.readers = readers;
        this.drafts = drafts;
        this.access = access;
        this.tellings = tellings;
        this.events = events;
    }

    record To(Set<Long> people, List<Long> conversations) {}

    /** Two requests of one person take turns from here on. */
    Optional<Long> findKey(Actor actor, String key) {
        store.lockAuthor(actor);
        return store.findKey(actor, key);
    }

    Optional<Long> findSent(Actor actor, long templateId, Period period) {
        return store.findSent(actor, templateId, period);
    }

    long open(Actor actor, ReportStore.Fresh fresh, To to, Instant now) {
        long id = store.insert(actor, fresh, now);
        Report report = store.find(actor.orgId(), id).orElseThrow();
        access.add(report, to.people(), true, now);
        to.conversations().forEach(place -> access.share(report, place, actor.principalId(), now));
        drafts.delete(actor, ReportDrafts.place(fresh.templateId(), fresh.period()));
        tellings.tell(to.people(), actor.principalId(), id, Kind.SENT);
        events.publishEvent(
                new ReportHappened(actor.orgId(), id, Kind.SENT, actor.principalId(), 1, to.conversations()));
        return id;
    }

    void edit(Actor actor, Report report, Filled filled, Instant now) {
        store.edit(report, filled, now);
        changed(actor, report, Kind.EDITED, report.version() + 1L);
    }

    void withdraw(Actor actor, Report report, Instant now) {
        store.withdraw(report, now);
        changed(actor, report, Kind.WITHDRAWN, report.version());
        readers.delete(report);
    }

    /** @param number as in {@link ReportHappened} */
    void changed(Actor actor, Report report, Kind kind, long number) {
        tellings.tell(access.people(report), actor.principalId(), report.id(), kind);
        events.publishEvent(
                new ReportHappened(report.orgId(), report.id(), kind, actor.principalId(), number, List.of()));
    }
}
