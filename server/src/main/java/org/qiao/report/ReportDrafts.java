package org.qiao.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.report.ReportDraftStore.Place;
import org.qiao.report.ReportFormViews.ReportDraftView;
import org.qiao.report.ReportRequests.ReportDraftRequest;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.ReportCycle;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts on the server: one for each template, person and period. */
@Service
class ReportDrafts {

    private static final Duration KEPT = Duration.ofDays(90);

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final ReportDraftStore store;
    private final ReportFillings fillings;
    private final Recipients recipients;
    private final Members members;
    private final Clock clock;

    ReportDrafts(
            ReportTemplates templates,
            ReportPeriods periods,
            ReportDraftStore store,
            ReportFillings fillings,
            Recipients recipients,
            Members members,
            Clock clock) {
        this.templates = templates;
        this.periods = periods;
        this.store = store;
        this.fillings = fillings;
        this.recipients = recipients;
        this.members = members;
        this.clock = clock;
    }

    /** What belongs to no cycle is one draft whatever the day. */
    static Place place(long templateId, Period period) {
        return new Place(templateId, period.cycle() == ReportCycle.NONE ? LocalDate.EPOCH : period.from());
    }

    ReportDraftView get(Actor actor, long templateId, @Nullable LocalDate day) {
        ReportVersion version = templates.requireWritable(actor, templateId);
        return find(actor, templateId, periods.of(actor, version, day)).orElseThrow(ReportProblem.NO_DRAFT::problem);
    }

    Optional<ReportDraftView> find(Actor actor, long templateId, Period period) {
        return store.find(actor, place(templateId, period))
                .map(row -> new ReportDraftView(
                        row.templateNo(),
                        fillings.read(row.values()).json(),
                        members.cards(actor, row.recipients()),
                        recipients.named(actor, row.conversations()),
                        row.savedAt()));
    }

    @Transactional
    public ReportDraftView save(Actor actor, long templateId, @Nullable LocalDate day, ReportDraftRequest request) {
        ReportVersion newest = templates.requireWritable(actor, templateId);
        if (request.version() > newest.number()) {
            throw ReportProblem.TEMPLATE_CHANGED.problem("version", newest.number());
        }
        ReportVersion version = templates.version(actor.orgId(), templateId, request.version());
        Period period = periods.of(actor, newest, day);
        FormValues values = fillings.draft(actor, version, FormValues.of(request.values()));
        Set<Long> people = Optional.ofNullable(request.recipients()).orElse(Set.of());
        Set<Long> places = Optional.ofNullable(request.conversations()).orElse(Set.of());
        store.forget(actor.orgId(), actor.principalId(), clock.instant().minus(KEPT));
        store.save(
                actor,
                place(templateId, period),
                new ReportDraftStore.Row(
                        version.number(),
                        values.json().toString(),
                        people.isEmpty()
                                ? List.of()
                                : members.present(actor, people).stream()
                                        .sorted()
                                        .toList(),
                        places.stream()
                                .filter(id -> recipients.isMember(actor, id))
                                .sorted()
                                .toList(),
                        clock.instant()));
        return find(actor, templateId, period).orElseThrow();
    }

    @Transactional
    public void delete(Actor actor, long templateId, @Nullable LocalDate day) {
        ReportVersion version = templates.requireWritable(actor, templateId);
        store.delete(actor, place(templateId, periods.of(actor, version, day)));
    }
}
