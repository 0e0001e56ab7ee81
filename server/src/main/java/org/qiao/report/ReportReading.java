package org.qiao.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.file.FileProblem;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.form.FormDiff;
import org.qiao.form.FormNames;
import org.qiao.form.FormSchema;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.ReportReaderStore.Reader;
import org.qiao.report.ReportTellings.Kind;
import org.qiao.report.ReportViews.ReportHead;
import org.qiao.report.ReportViews.ReportVersionLine;
import org.qiao.report.ReportViews.ReportVersionView;
import org.qiao.report.ReportViews.ReportView;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening one report: all of it, its files, what it was before. */
@Service
class ReportReading {

    private static final int RECIPIENTS_SHOWN = 100;

    private final ReportAccess access;
    private final ReportLists lists;
    private final ReportStores stores;
    private final ReportFillings fillings;
    private final ReportTemplates templates;
    private final ReportTellings tellings;
    private final Clock clock;

    ReportReading(
            ReportAccess access,
            ReportLists lists,
            ReportStores stores,
            ReportFillings fillings,
            ReportTemplates templates,
            ReportTellings tellings,
            Clock clock) {
        this.access = access;
        this.lists = lists;
        this.stores = stores;
        this.fillings = fillings;
        this.templates = templates;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** What is read here. */
    @Component
    record ReportStores(
            ReportStore reports,
            ReportReaderStore readers,
            ReportCommentStore comments,
            Members members,
            Files files) {}

    /** Notes that the actor has read it as it is now. */
    @Transactional
    public ReportView open(Actor actor, long id) {
        Report report = access.require(actor, id);
        ReportHead head = lists.head(actor, report);
        read(actor, List.of(id));
        return view(actor, report, head);
    }

    /** Those of the reports that were sent to the actor. */
    @Transactional
    public void read(Actor actor, Collection<Long> ids) {
        stores.readers()
                .read(actor, ids, clock.instant())
                .forEach(opened ->
                        tellings.tell(Set.of(opened.authorId()), actor.principalId(), opened.reportId(), Kind.READ));
    }

    ReportHead head(Actor actor, long id) {
        return lists.head(actor, access.require(actor, id));
    }

    private ReportView view(Actor actor, Report report, ReportHead head) {
        ReportVersion version = version(report);
        FormValues values = fillings.read(report.values());
        FormNames names = fillings.names(actor, version.form(), values);
        List<Long> recipients = stores.readers().list(report, null, 0, RECIPIENTS_SHOWN).stream()
                .filter(Reader::recipient)
                .map(Reader::principalId)
                .toList();
        boolean own = report.authorId() == actor.principalId() && !report.withdrawn();
        Instant until = ReportWriting.editableUntil(report, version);
        boolean open = own && clock.instant().isBefore(until);
        return new ReportView(
                head,
                version.form().json(),
                values.json(),
                stores.members().cards(actor, names.members().keySet()),
                names.departments(),
                names.approvals(),
                List.copyOf(names.files().values()),
                stores.members().cards(actor, recipients),
                open,
                open,
                version.rules().editMinutes() == 0 ? null : until);
    }

    private ReportVersion version(Report report) {
        return templates.version(report.orgId(), report.templateId(), report.templateNo());
    }

    /** Of a file that stands in the values as they are now, or in a comment. */
    Ticket ticket(Actor actor, long id, long fileId) {
        Report report = access.require(actor, id);
        FormNames names = fillings.names(actor, version(report).form(), fillings.read(report.values()));
        if (!names.files().containsKey(fileId) && !stores.comments().hasFile(report, fileId)) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return stores.files().ticket(actor, fileId);
    }

    /** Newest first, each with what was changed. */
    Page<ReportVersionLine> versions(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        Report report = access.require(actor, id);
        FormSchema form = version(report).form();
        int size = Limits.page(limit);
        List<ReportStore.Version> rows =
                stores.reports().versions(report, Limits.key(after, Integer.MAX_VALUE), size + 1);
        List<ReportVersionLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ReportStore.Version row = rows.get(i);
            List<FormDiff.Change> changes = i + 1 == rows.size()
                    ? List.of()
                    : FormDiff.of(form, fillings.read(rows.get(i + 1).values()), fillings.read(row.values()));
            lines.add(new ReportVersionLine(row.number(), row.at(), changes));
        }
        return Page.cut(lines, size, line -> Integer.toString(line.number()));
    }

    ReportVersionView version(Actor actor, long id, int number) {
        Report report = access.require(actor, id);
        return stores.reports().versions(report, number + 1L, 1).stream()
                .filter(row -> row.number() == number)
                .map(row -> new ReportVersionView(
                        number, row.at(), fillings.read(row.values()).json()))
                .findFirst()
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
    }
}
