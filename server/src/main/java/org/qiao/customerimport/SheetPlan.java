package org.qiao.customerimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.customerimport.ImportJob.ImportCounts;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.ImportRowStore.Row;
import org.qiao.customerimport.RowFault.Code;
import org.qiao.customerimport.RowReading.Read;
import org.qiao.directoryimport.Sheets;
import org.qiao.form.Field;

/** A whole sheet: where its columns are, which rows are good, which are twice in it. Pure. */
final class SheetPlan {

    static final int ROWS_MAX = 10_000;

    private SheetPlan() {}

    static SheetHead head(List<Sheets.Row> rows, List<Field> attributes) {
        SheetHead head = SheetHead.find(rows, attributes).orElseThrow(CustomerimportProblem.NO_HEADER::problem);
        int count = rows.size() - head.line() - 1;
        if (count == 0) {
            throw CustomerimportProblem.NO_ROWS.problem();
        }
        if (count > ROWS_MAX) {
            throw CustomerimportProblem.TOO_MANY_ROWS.problem("max", ROWS_MAX);
        }
        return head;
    }

    static List<Sheets.Row> lines(List<Sheets.Row> rows, SheetHead head) {
        return rows.subList(head.line() + 1, rows.size());
    }

    /** Names of all tags, in lower case. */
    static Set<String> tagNames(List<Sheets.Row> lines, SheetHead head) {
        Set<String> names = new HashSet<>();
        for (Sheets.Row row : lines) {
            RowReading.SEVERAL
                    .splitAsStream(head.text(row, SheetColumn.TAGS))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty() && !Sheets.isError(name))
                    .forEach(names::add);
        }
        return names;
    }

    /** A contact that stands in two rows is wrong in the second; what a wrong row says as a whole says nothing. */
    static List<Read> read(List<Sheets.Row> lines, SheetHead head, Meanings meanings) {
        Map<Contact, Integer> seen = new HashMap<>();
        List<Read> all = new ArrayList<>();
        for (Sheets.Row line : lines) {
            Read read = RowReading.read(head, line, meanings);
            List<Contact> contacts = read.row().person().contacts().stream()
                    .filter(contact ->
                            contact.kind() != Contact.Kind.ROW || read.faults().isEmpty())
                    .toList();
            Optional<Integer> earlier =
                    contacts.stream().filter(seen::containsKey).map(seen::get).findFirst();
            contacts.forEach(contact -> seen.putIfAbsent(contact, line.number()));
            all.add(earlier.map(number -> read.with(new RowFault("", Code.REPEATED, Map.of("row", number))))
                    .orElse(read));
        }
        return all;
    }

    /** @param owners whom the company knows */
    static List<Row> rows(List<Read> read, Map<Contact, Long> owners) {
        List<Row> rows = new ArrayList<>();
        for (Read each : read) {
            Optional<Long> owner = Lookups.owner(owners, each.row().person().contacts());
            RowState good = owner.isPresent() ? RowState.KNOWN : RowState.READY;
            rows.add(new Row(
                    each.number(),
                    each.faults().isEmpty() ? good : RowState.BAD,
                    each.row(),
                    each.faults(),
                    owner.orElse(null),
                    null));
        }
        return rows;
    }

    static ImportCounts counts(List<Row> rows) {
        return new ImportCounts(
                rows.size(),
                count(rows, RowState.READY),
                count(rows, RowState.KNOWN),
                count(rows, RowState.BAD),
                0,
                0,
                0,
                0);
    }

    private static int count(List<Row> rows, RowState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }
}
