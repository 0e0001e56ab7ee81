package org.qiao.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qiao.form.FormNames;
import org.qiao.form.FormRow;
import org.qiao.form.FormTexts;
import org.qiao.form.FormTexts.Filled;
import org.qiao.form.RelatedApprovals;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.ReportFilter.ReportBox;
import org.qiao.report.ReportViews.ReportHead;
import org.qiao.reporttemplate.ReportTemplates;
import org.springframework.stereotype.Component;

/** Reports as a spreadsheet, page by page: one line each, a column for every field of the templates that occur. */
@Component
class ReportExport {

    static final int ROWS_MAX = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEADINGS =
            List.of("report", "author", "department", "from", "to", "sent", "state");

    private final ReportLists lists;
    private final ReportStore store;
    private final ReportFillings fillings;
    private final ReportTemplates templates;
    private final FormTexts texts;
    private final RelatedApprovals related;

    ReportExport(
            ReportLists lists,
            ReportStore store,
            ReportFillings fillings,
            ReportTemplates templates,
            FormTexts texts,
            RelatedApprovals related) {
        this.lists = lists;
        this.store = store;
        this.fillings = fillings;
        this.templates = templates;
        this.texts = texts;
        this.related = related;
    }

    /** Columns by label: the same label of two templates is one column. */
    private record Line(ReportHead head, Map<String, String> cells) {}

    void write(Actor actor, ReportFilter filter, OutputStream out) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        String after = null;
        do {
            Page<ReportHead> page = lists.list(actor, ReportBox.ALL, filter, after, Limits.PAGE_MAX);
            for (Line line : lines(actor, page.items())) {
                line.cells().keySet().forEach(label -> columns.putIfAbsent(label, columns.size()));
                lines.add(line);
            }
            after = page.next();
        } while (after != null && lines.size() < ROWS_MAX);
        write(actor, lines.subList(0, Math.min(lines.size(), ROWS_MAX)), columns, out);
    }

    private List<Line> lines(Actor actor, List<ReportHead> heads) {
        Map<Long, Filled> forms = new LinkedHashMap<>();
        store.find(actor.orgId(), heads.stream().map(ReportHead::id).toList())
                .forEach(report -> forms.put(report.id(), filled(report)));
        FormNames names = texts.names(actor, forms.values(), related);
        return heads.stream()
                .filter(head -> forms.containsKey(head.id()))
                .map(head -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    FormTexts.rows(Objects.requireNonNull(forms.get(head.id())), actor.locale(), names)
                            .forEach(row -> cells.put(row.label(), text(row)));
                    return new Line(head, cells);
                })
                .toList();
    }

    private Filled filled(Report report) {
        return new Filled(
                templates
                        .version(report.orgId(), report.templateId(), report.templateNo())
                        .form(),
                fillings.read(report.values()));
    }

    private static String text(FormRow row) {
        if (row.grid() == null) {
            return row.text();
        }
        StringBuilder text = new StringBuilder();
        row.grid()
                .rows()
                .forEach(cells -> text.append(String.join(" | ", cells)).append('\n'));
        return text.toString().strip();
    }

    private static void write(Actor actor, List<Line> lines, Map<String, Integer> columns, OutputStream out)
            throws IOException {
        ReportWords words = ReportWords.of(actor.locale());
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Reports");
        List<String> headings =
                new ArrayList<>(HEADINGS.stream().map(words::word).toList());
        int own = headings.size();
        headings.addAll(columns.keySet());
        CellGuard.row(sheet, 0, headings);
        int row = 1;
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(fixed(actor, words, line.head()));
            while (cells.size() < headings.size()) {
                cells.add("");
            }
            line.cells().forEach((label, text) -> cells.set(own + columns.getOrDefault(label, 0), text));
            CellGuard.row(sheet, row++, cells);
        }
        workbook.finish();
    }

    private static List<String> fixed(Actor actor, ReportWords words, ReportHead head) {
        return List.of(
                head.title(),
                head.author().name(),
                head.department(),
                head.from().toString(),
                head.to().toString(),
                TIME.format(head.sentAt().atZone(actor.zone())),
                words.word(head.late() ? "late" : "on_time"));
    }
}
