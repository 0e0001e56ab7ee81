package org.qiao.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.ReportFilter.ReportBox;
import org.qiao.report.ReportListStore.Line;
import org.qiao.report.ReportReaderStore.Counts;
import org.qiao.report.ReportReaderStore.Reader;
import org.qiao.report.ReportViews.ReportHead;
import org.qiao.reporttemplate.ReportTemplate;
import org.qiao.reporttemplate.ReportTemplates;
import org.springframework.stereotype.Service;

/** Lists of reports and their short form. */
@Service
class ReportLists {

    private final ReportListStore lists;
    private final ReportStore store;
    private final ReportReaderStore readers;
    private final ReactionStore reactions;
    private final Members members;
    private final Departments departments;
    private final ReportTemplates templates;

    ReportLists(
            ReportListStore lists,
            ReportStore store,
            ReportReaderStore readers,
            ReactionStore reactions,
            Members members,
            Departments departments,
            ReportTemplates templates) {
        this.lists = lists;
        this.store = store;
        this.readers = readers;
        this.reactions = reactions;
        this.members = members;
        this.departments = departments;
        this.templates = templates;
    }

    Page<ReportHead> list(
            Actor actor, ReportBox box, ReportFilter filter, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<Line> page = Page.cut(
                lists.list(actor, scope(actor, box, filter), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                line -> Long.toString(line.id()));
        return new Page<>(heads(actor, page.items()), page.next());
    }

    private ReportListStore.Scope scope(Actor actor, ReportBox box, ReportFilter filter) {
        Long department = filter.department();
        Set<Long> places = department == null ? null : departments.below(actor.orgId(), List.of(department));
        Collection<Long> managed = box == ReportBox.ALL ? managed(actor) : List.of();
        return new ReportListStore.Scope(box, filter, places, managed);
    }

    private Collection<Long> managed(Actor actor) {
        return templates.list(actor.orgId()).stream()
                .filter(template -> template.showsAllTo(actor))
                .map(ReportTemplate::id)
                .toList();
    }

    ReportHead head(Actor actor, Report report) {
        Integer read = readers.find(actor, report).map(Reader::readVersion).orElse(null);
        return heads(actor, List.of(new Line(report.id(), read))).getFirst();
    }

    private List<ReportHead> heads(Actor actor, List<Line> lines) {
        List<Long> ids = lines.stream().map(Line::id).toList();
        Map<Long, Report> reports = new HashMap<>();
        store.find(actor.orgId(), ids).forEach(report -> reports.put(report.id(), report));
        Map<Long, Counts> counts = readers.counts(actor.orgId(), ids);
        Set<Long> liked = new HashSet<>(reactions.liked(actor, ids));
        Set<Long> people = new HashSet<>();
        Set<Long> places = new HashSet<>();
        for (Report report : reports.values()) {
            people.add(report.authorId());
            if (report.departmentId() != null) {
                places.add(report.departmentId());
            }
        }
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, String> names = departments.names(actor.orgId(), places);
        return lines.stream()
                .map(line -> {
                    Report report = Objects.requireNonNull(reports.get(line.id()));
                    Long place = report.departmentId();
                    Around around = new Around(
                            Objects.requireNonNull(cards.get(report.authorId())),
                            place == null ? "" : names.getOrDefault(place, ""),
                            counts.getOrDefault(line.id(), Counts.NOBODY),
                            liked.contains(line.id()));
                    return head(line, report, around);
                })
                .toList();
    }

    private record Around(Card author, String department, Counts counts, boolean liked) {}

    private static ReportHead head(Line line, Report report, Around around) {
        Integer read = line.readVersion();
        return new ReportHead(
                report.id(),
                report.templateId(),
                report.title(),
                around.author(),
                around.department(),
                report.period().cycle(),
                report.period().from(),
                report.period().to(),
                report.sentAt(),
                report.editedAt(),
                report.late(),
                report.withdrawn(),
                report.version(),
                report.summary(),
                read != null && read == 0,
                read != null && read > 0 && read < report.version(),
                report.comments(),
                report.likes(),
                around.liked(),
                around.counts().recipients(),
                around.counts().read());
    }
}
