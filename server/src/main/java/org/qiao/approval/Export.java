package org.qiao.approval;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.RunView.RunHead;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.form.FormNames;
import org.qiao.form.FormRow;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs as a spreadsheet, page by page: one line each, a column for every field of the templates that occur. */
@Component
class Export {

    static final int ROWS_MAX = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEADINGS_ZH = List.of("编号", "审批", "申请人", "状态", "提交时间", "结束时间");
    private static final List<String> HEADINGS_EN =
            List.of("Number", "Approval", "Applicant", "State", "Submitted", "Ended");

    private final Lists lists;
    private final ApprovalStore store;
    private final Engines engines;
    private final FormTexts texts;
    private final Related related;
    private final JsonMapper json;

    Export(Lists lists, ApprovalStore store, Engines engines, FormTexts texts, Related related, JsonMapper json) {
        this.lists = lists;
        this.store = store;
        this.engines = engines;
        this.texts = texts;
        this.related = related;
        this.json = json;
    }

    /** Columns by label: the same label of two templates is one column. */
    private record Line(RunHead head, Map<String, String> cells) {}

    void write(Actor actor, ListFilter filter, OutputStream out) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        String after = null;
        do {
            Page<RunHead> page = lists.list(actor, Box.ALL, filter, after, Limits.PAGE_MAX);
            for (Line line : lines(actor, page.items())) {
                line.cells().keySet().forEach(label -> columns.putIfAbsent(label, columns.size()));
                lines.add(line);
            }
            after = page.next();
        } while (after != null && lines.size() < ROWS_MAX);
        write(actor, lines.subList(0, Math.min(lines.size(), ROWS_MAX)), columns, out);
    }

    private List<Line> lines(Actor actor, List<RunHead> heads) {
        Map<Long, Approval> runs = new LinkedHashMap<>();
        store.find(actor.orgId(), heads.stream().map(RunHead::id).toList()).forEach(run -> runs.put(run.id(), run));
        Map<Long, FormTexts.Filled> forms = new LinkedHashMap<>();
        runs.values().forEach(run -> forms.put(run.id(), filled(run)));
        FormNames names = texts.names(actor, forms.values(), related);
        return heads.stream()
                .map(head -> new Line(head, cells(actor, forms.get(head.id()), names)))
                .toList();
    }

    private FormTexts.Filled filled(Approval run) {
        TemplateVersion template = engines.template(run);
        return new FormTexts.Filled(template.form(), FormValues.of(json.readTree(run.values())));
    }

    private static Map<String, String> cells(Actor actor, FormTexts.@Nullable Filled form, FormNames names) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (form != null) {
            for (FormRow row : FormTexts.rows(form, actor.locale(), names)) {
                cells.put(row.label(), text(row));
            }
        }
        return cells;
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
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Approvals");
        List<String> headings = new ArrayList<>(Texts.in(actor.locale(), HEADINGS_ZH, HEADINGS_EN));
        int own = headings.size();
        headings.addAll(columns.keySet());
        CellGuard.row(sheet, 0, headings);
        int row = 1;
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(fixed(actor, line.head()));
            while (cells.size() < headings.size()) {
                cells.add("");
            }
            line.cells().forEach((label, text) -> cells.set(own + columns.getOrDefault(label, 0), text));
            CellGuard.row(sheet, row++, cells);
        }
        workbook.finish();
    }

    private static List<String> fixed(Actor actor, RunHead head) {
        return List.of(
                head.number(),
                head.title(),
                head.applicant().name(),
                CardWords.of(actor.locale()).state(head),
                time(actor, head.submittedAt()),
                time(actor, head.endedAt()));
    }

    private static String time(Actor actor, @Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(actor.zone()));
    }
}
