package org.qiao.directoryimport;

import java.util.List;

/** Spreadsheets as rows of texts, for other modules that import something: with the same care for what strangers call a file. */
public final class Sheets {

    public static final int BYTES_MAX = Imports.BYTES_MAX;

    private Sheets() {}

    /**
     * One row.
     *
     * @param number as the spreadsheet program numbers it, from 1
     * @param cells texts as they are, at most 100 of at most 4,000 characters
     */
    public record Row(int number, List<String> cells) {}

    /** The rows of the first sheet of an Excel file, empty ones left out. Refuses what is none. */
    public static List<Row> read(byte[] bytes) {
        return Spreadsheets.readExcel(bytes).sheets().stream()
                .limit(1)
                .flatMap(sheet -> sheet.lines().stream())
                .map(line -> new Row(line.number(), line.cells()))
                .toList();
    }
}
