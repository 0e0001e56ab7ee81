package org.qiao.customerimport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.springframework.stereotype.Component;

/** What is filled in and brought, and what is taken home: every row with what came of it. */
@Component
class ImportSheets {

    private static final int PAGE = 1_000;
    private static final int WIDTH = 20;

    private final ImportRowStore rows;
    private final ImportSight sight;
    private final Lookups lookups;

    ImportSheets(ImportRowStore rows, ImportSight sight, Lookups lookups) {
        this.rows = rows;
        this.sight = sight;
        this.lookups = lookups;
    }

    /** The known columns and the company's attributes; cells are texts, so that no number loses its digits. */
    void template(Actor actor, OutputStream out) throws IOException {
        ImportWords words = ImportWords.of(actor.locale());
        List<Field> fields = lookups.attributes(actor).fields();
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet(words.word("sheet"));
        sheet.value(0, 0, hint(words, fields));
        List<String> headings = new ArrayList<>(Arrays.stream(SheetColumn.values())
                .map(column -> column.heading(words.isChinese()) + (column == SheetColumn.NAME ? " *" : ""))
                .toList());
        fields.forEach(field -> headings.add(field.label()));
        CellGuard.row(sheet, 1, headings);
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.style(column).format("@").set();
        }
        workbook.finish();
    }

    private static String hint(ImportWords words, List<Field> fields) {
        String options = fields.stream()
                .flatMap(field -> options(field).stream()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(" / "),
                                text -> text.isEmpty() ? Stream.empty() : Stream.of(field.label() + ": " + text))))
                .collect(Collectors.joining("; "));
        return options.isEmpty() ? words.word("hint") : words.word("hint") + " " + options;
    }

    private static List<String> options(Field field) {
        return switch (field.kind()) {
            case FieldKind.Choice choice ->
                choice.options().stream().map(FieldKind.Option::label).toList();
            case FieldKind.Choices choices ->
                choices.options().stream().map(FieldKind.Option::label).toList();
            default -> List.of();
        };
    }

    void result(Actor actor, ImportJob job, OutputStream out) throws IOException {
        ImportWords words = ImportWords.of(actor.locale());
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet(words.word("sheet"));
        CellGuard.row(
                sheet,
                0,
                Stream.of("row", "name", "phone", "email", "company", "member", "tags", "result", "why", "customer")
                        .map(key -> words.word("result." + key))
                        .toList());
        int line = 1;
        long after = 0;
        List<ImportRowStore.Row> page;
        do {
            page = rows.list(job.orgId(), job.id(), null, after, PAGE);
            for (CustomerImportRow row : sight.rows(actor, page)) {
                CellGuard.row(sheet, line++, cells(words, job, row));
                after = row.row();
            }
        } while (page.size() == PAGE);
        workbook.finish();
    }

    private static List<String> cells(ImportWords words, ImportJob job, CustomerImportRow row) {
        Card member = row.member();
        CustomerCard customer = row.customer();
        return List.of(
                Integer.toString(row.row()),
                row.name(),
                String.join(", ", row.phones()),
                row.email(),
                row.company(),
                member == null ? "" : member.name(),
                String.join(", ", row.tags()),
                words.state(row.state(), job.state()),
                why(words, row),
                customer == null ? "" : customer.name());
    }

    private static String why(ImportWords words, CustomerImportRow row) {
        @Nullable String code = row.code();
        return code != null
                ? words.code(code)
                : row.faults().stream().map(words::fault).collect(Collectors.joining("; "));
    }
}
