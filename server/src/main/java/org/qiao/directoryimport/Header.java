package org.qiao.directoryimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.CellGuard;

/**
 * Where the columns are. Lines of explanation may stand above the header.
 *
 * @param line index of the header among the sheet's lines
 * @param columns positions of each column; a heading may occur twice
 * @param dingTalk the departments are written as in DingTalk's template
 */
record Header(int line, Map<Column, List<Integer>> columns, boolean dingTalk) {

    static final int SEARCHED_ROWS = 30;

    /** The first row with a name and at least one more known heading. */
    static Optional<Header> find(Table.Sheet sheet) {
        for (int i = 0; i < Math.min(SEARCHED_ROWS, sheet.lines().size()); i++) {
            Header header = of(i, sheet.lines().get(i));
            if (header.columns.containsKey(Column.NAME) && header.columns.size() > 1) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    private static Header of(int index, Table.Line line) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        boolean dingTalk = false;
        for (int i = 0; i < line.cells().size(); i++) {
            String heading = line.cells().get(i);
            dingTalk |= Column.isDingTalk(heading);
            int at = i;
            Column.of(heading)
                    .ifPresent(column -> columns.computeIfAbsent(column, c -> new ArrayList<>())
                            .add(at));
        }
        return new Header(index, columns, dingTalk);
    }

    /** The first cell under this heading that holds something, trimmed; empty when there is none. */
    String text(Table.Line line, Column column) {
        return columns.getOrDefault(column, List.of()).stream()
                .map(line::cell)
                .map(CellGuard::unguard)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
