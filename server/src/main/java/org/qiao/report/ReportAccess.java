package org.qiao.report;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.report.ReportReaderStore.Reader;
import org.qiao.reporttemplate.ReportTemplates;
import org.springframework.stereotype.Component;

/**
 * Who may read a report: its author, whoever got it or was mentioned, the members of a conversation it was shown in, and whoever
 * manages the template's data. For everybody else it is not there; a withdrawn one is its author's only.
 */
@Component
class ReportAccess {

    private static final int SHARES_MAX = 50;
    private static final int TOLD_MAX = 2_000;

    private final ReportStore store;
    private final ReportReaderStore readers;
    private final Recipients recipients;
    private final ReportTemplates templates;

    ReportAccess(ReportStore store, ReportReaderStore readers, Recipients recipients, ReportTemplates templates) {
        this.store = store;
        this.readers = readers;
        this.recipients = recipients;
        this.templates = templates;
    }

    Report require(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .filter(report -> mayRead(actor, report))
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
    }

    private boolean mayRead(Actor actor, Report report) {
        if (isAuthor(actor, report)) {
            return true;
        }
        return !report.withdrawn()
                && (readers.find(actor, report).isPresent() || mayManage(actor, report) || isShownTo(actor, report));
    }

    /** Neither a withdrawn one: nobody talks about it any more. */
    Report requireSent(Actor actor, long id) {
        Report report = require(actor, id);
        if (report.withdrawn()) {
            throw ReportProblem.NOT_FOUND.problem();
        }
        return report;
    }

    /** With its row locked. */
    Report lockOwn(Actor actor, long id) {
        return store.lock(actor.orgId(), id)
                .filter(report -> isAuthor(actor, report) && !report.withdrawn())
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
    }

    private static boolean isAuthor(Actor actor, Report report) {
        return report.authorId() == actor.principalId();
    }

    private boolean mayManage(Actor actor, Report report) {
        return templates
                .find(actor.orgId(), report.templateId())
                .map(template -> template.showsAllTo(actor))
                .orElse(false);
    }

    private boolean isShownTo(Actor actor, Report report) {
        return readers.shares(report, SHARES_MAX).stream().anyMatch(id -> recipients.isMember(actor, id));
    }

    Optional<Reader> reader(Actor actor, Report report) {
        return readers.find(actor, report);
    }

    /** From now on these may read it. */
    void add(Report report, Collection<Long> people, boolean recipient, Instant now) {
        Set<Long> others = new HashSet<>(people);
        others.remove(report.authorId());
        readers.add(report, others, recipient, now);
    }

    void share(Report report, long conversationId, long byId, Instant now) {
        if (readers.shares(report, SHARES_MAX).size() >= SHARES_MAX) {
            throw ReportProblem.TOO_MANY_SHARES.problem("max", SHARES_MAX);
        }
        readers.share(report, conversationId, byId, now);
    }

    /** Author and named readers, for hints; more than a few thousand learn of it when they look. */
    Set<Long> people(Report report) {
        Set<Long> people = new HashSet<>();
        readers.list(report, null, 0, TOLD_MAX).forEach(reader -> people.add(reader.principalId()));
        people.add(report.authorId());
        return people;
    }
}
