package org.qiao.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.report.ReportRequests.ReportEditRequest;
import org.qiao.report.ReportRequests.ReportSubmitRequest;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportCycle;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only place where a report comes into being, changes or is taken back. */
@Service
class ReportWriting {

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final Recipients recipients;
    private final ReportFillings fillings;
    private final ReportBooks books;
    private final ReportAccess access;
    private final Clock clock;

    ReportWriting(
            ReportTemplates templates,
            ReportPeriods periods,
            Recipients recipients,
            ReportFillings fillings,
            ReportBooks books,
            ReportAccess access,
            Clock clock) {
        this.templates = templates;
        this.periods = periods;
        this.recipients = recipients;
        this.fillings = fillings;
        this.books = books;
        this.access = access;
        this.clock = clock;
    }

    /** @param created false when the key was known */
    record Submitted(long id, boolean created) {}

    @Transactional
    public Submitted submit(Actor actor, ReportSubmitRequest request) {
        Optional<Long> known = books.findKey(actor, request.key());
        if (known.isPresent()) {
            return new Submitted(known.get(), false);
        }
        ReportVersion version = templates.requireWritable(actor, request.templateId());
        if (version.number() != request.version()) {
            throw ReportProblem.TEMPLATE_CHANGED.problem("version", version.number());
        }
        Instant now = clock.instant();
        Period period = period(actor, version, request.day(), now);
        FormValues values =
                fillings.check(actor, version, FormValues.of(request.values())).require();
        Set<Long> people = recipients.all(actor, version.rules().recipients(), request.recipients());
        Set<Long> places = recipients.places(actor, version.rules().recipients(), request.conversations());
        ReportStore.Fresh fresh = new ReportStore.Fresh(
                version.templateId(),
                version.number(),
                version.name(),
                recipients.main(actor),
                period,
                fillings.filled(actor, version, values),
                periods.rules(actor.orgId(), version).isLate(period, now),
                request.key());
        return new Submitted(books.open(actor, fresh, new ReportBooks.To(people, List.copyOf(places)), now), true);
    }

    /** The one that may be reported for now; refused otherwise. */
    private Period period(Actor actor, ReportVersion version, @Nullable LocalDate day, Instant now) {
        Periods rules = periods.rules(actor.orgId(), version);
        if (version.rules().cycle() == ReportCycle.NONE) {
            return rules.at(now);
        }
        Period period = periods.of(actor, version, day);
        books.findSent(actor, version.templateId(), period).ifPresent(id -> {
            throw ReportProblem.ALREADY_SENT.problem("id", id);
        });
        if (rules.isClosed(period, now)) {
            throw ReportProblem.CLOSED.problem();
        }
        return period;
    }

    @Transactional
    public void edit(Actor actor, long id, ReportEditRequest request) {
        Report report = access.lockOwn(actor, id);
        if (report.version() != request.version()) {
            throw ReportProblem.CHANGED_MEANWHILE.problem("version", report.version());
        }
        ReportVersion version = requireEditable(report);
        FormValues before = fillings.read(report.values());
        FormValues values = fillings.change(actor, version, before, FormValues.of(request.values()));
        if (!values.equals(before)) {
            books.edit(actor, report, fillings.filled(actor, version, values), clock.instant());
        }
    }

    /** Gone for everybody but its author; the period is open again. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        Report report = access.lockOwn(actor, id);
        requireEditable(report);
        books.withdraw(actor, report, clock.instant());
    }

    private ReportVersion requireEditable(Report report) {
        ReportVersion version = templates.version(report.orgId(), report.templateId(), report.templateNo());
        if (!clock.instant().isBefore(editableUntil(report, version))) {
            throw ReportProblem.NOT_EDITABLE.problem();
        }
        return version;
    }

    static Instant editableUntil(Report report, ReportVersion version) {
        return report.sentAt().plus(Duration.ofMinutes(version.rules().editMinutes()));
    }
}
