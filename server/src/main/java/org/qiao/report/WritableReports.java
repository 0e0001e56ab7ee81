package org.qiao.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.report.ReportDraftStore.Place;
import org.qiao.report.ReportFormViews.ReportMine;
import org.qiao.report.ReportFormViews.ReportPeriodView;
import org.qiao.report.ReportFormViews.ReportTemplateCard;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportCycle;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportTemplates.Writable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody may and must write now. */
@Service
class WritableReports {

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final ReportStore store;
    private final ReportDraftStore drafts;
    private final Clock clock;

    WritableReports(
            ReportTemplates templates, ReportPeriods periods, ReportStore store, ReportDraftStore drafts, Clock clock) {
        this.templates = templates;
        this.periods = periods;
        this.store = store;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Transactional
    public List<ReportTemplateCard> list(Actor actor) {
        List<Writable> writable = templates.listWritable(actor);
        Instant now = clock.instant();
        Set<Place> sent = new HashSet<>();
        LocalDate since = now.atZone(actor.zone()).toLocalDate().minusDays(100);
        List<Long> ids = writable.stream().map(each -> each.template().id()).toList();
        store.sentOf(actor, ids, since).forEach(each -> sent.add(new Place(each.templateId(), each.from())));
        Set<Place> written = new HashSet<>(drafts.list(actor));
        return writable.stream()
                .map(each -> card(actor, each, now, new Mine(sent, written)))
                .toList();
    }

    private record Mine(Set<Place> sent, Set<Place> written) {}

    private ReportTemplateCard card(Actor actor, Writable each, Instant now, Mine mine) {
        Periods rules = periods.rules(actor.orgId(), each.version());
        long id = each.template().id();
        Period period = rules.open(now, one -> mine.sent().contains(new Place(id, one.from())));
        boolean sent = period.cycle() != ReportCycle.NONE && mine.sent().contains(new Place(id, period.from()));
        boolean draft = mine.written().contains(ReportDrafts.place(id, period));
        return new ReportTemplateCard(
                id,
                each.template().name(),
                each.template().icon(),
                each.template().description(),
                each.template().cycle(),
                each.must(),
                ReportPeriodView.of(rules, period, now),
                sent ? ReportMine.SENT : draft ? ReportMine.DRAFT : ReportMine.MISSING);
    }

    /** How many reports the actor has to write now and has not. */
    int missing(Actor actor) {
        return (int) list(actor).stream()
                .filter(card -> card.must() && card.mine() != ReportMine.SENT)
                .filter(card -> !card.period().free() && !card.period().closed())
                .count();
    }
}
