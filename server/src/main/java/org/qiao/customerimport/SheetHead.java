package org.qiao.customerimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.directoryimport.Sheets;
import org.qiao.form.Field;
import org.qiao.platform.CellGuard;

/**
 * Where the columns of a sheet are. Lines of explanation may stand above the headings.
 *
 * @param line place of the headings among the rows
 * @param attributes by the places of their columns
 * @param ignored headings that mean nothing here
 */
record SheetHead(int line, Map<SheetColumn, Integer> columns, Map<Integer, Field> attributes, List<String> ignored) {

    private static final int SEARCHED = 30;
    private static final int IGNORED_MAX = 30;
    private static final int IGNORED_LENGTH = 40;

    static Optional<SheetHead> find(List<Sheets.Row> rows, List<Field> fields) {
        for (int i = 0; i < Math.min(SEARCHED, rows.size()); i++) {
            if (isHead(rows.get(i).cells())) {
                return Optional.of(of(i, rows.get(i).cells(), fields));
            }
        }
        return Optional.empty();
    }

    /** A name, and one more thing that is known. */
    static boolean isHead(List<String> cells) {
        List<SheetColumn> known = cells.stream()
                .map(SheetColumn::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return known.contains(SheetColumn.NAME) && known.size() > 1;
    }

    private static SheetHead of(int line, List<String> cells, List<Field> fields) {
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        Map<Integer, Field> attributes = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String heading = cells.get(i);
            Optional<SheetColumn> column = SheetColumn.of(heading);
            Optional<Field> field = field(heading, fields);
            if (column.isPresent() && !columns.containsKey(column.get())) {
                columns.put(column.get(), i);
            } else if (field.isPresent() && !attributes.containsValue(field.get())) {
                attributes.put(i, field.get());
            } else if (!heading.isBlank() && ignored.size() < IGNORED_MAX) {
                ignored.add(heading.strip()
                        .substring(0, Math.min(IGNORED_LENGTH, heading.strip().length())));
            }
        }
        return new SheetHead(line, columns, attributes, ignored);
    }

    private static Optional<Field> field(String heading, List<Field> fields) {
        String plain = SheetColumn.plain(heading);
        return fields.stream()
                .filter(field -> SheetColumn.plain(field.label()).equals(plain))
                .findFirst();
    }

    boolean has(SheetColumn column) {
        return columns.containsKey(column);
    }

    String text(Sheets.Row row, SheetColumn column) {
        Integer place = columns.get(column);
        return place == null ? "" : text(row, place);
    }

    static String text(Sheets.Row row, int place) {
        return place < row.cells().size() ? CellGuard.unguard(row.cells().get(place)) : "";
    }
}
