package org.qiao.directoryimport;

import java.util.List;
import java.util.function.Predicate;

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
        return rows(Spreadsheets.readExcel(bytes));
    }

    /**
     * The same of an Excel or a CSV file, told apart by their first bytes.
     *
     * @param header whether these are the headings that are looked for: by it the delimiter of a CSV file is found
     */
    public static List<Row> readAny(byte[] bytes, Predicate<List<String>> header) {
        return rows(Spreadsheets.read(bytes, header));
    }

    private static List<Row> rows(Table table) {
        return table.sheets().stream()
                .limit(1)
                .flatMap(sheet -> sheet.lines().stream())
                .map(line -> new Row(line.number(), line.cells()))
                .toList();
    }

    /** A cell in which a spreadsheet program shows an error. */
    public static boolean isError(String cell) {
        return cell.equals(Table.ERROR);
    }
}
