package org.qiao.directoryimport;

import java.util.List;

/**
 * A spreadsheet as rows of texts, empty rows left out.
 *
 * @param sheets a CSV file has one
 */
record Table(List<Sheet> sheets) {

    /** More people belong into several files. */
    static final int ROWS_MAX = 50_000;

    /** Columns behind these are not read. */
    static final int COLUMNS_MAX = 100;

    /** A longer text is in no valid cell; what is cut off is refused by the check of its column. */
    static final int CELL_MAX = 4_000;

    static final String ERROR = "\u0000error";

    /** One sheet. */
    record Sheet(List<Line> lines) {}

    /**
     * One row.
     *
     * @param number as the spreadsheet program numbers it, from 1
     */
    record Line(int number, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
