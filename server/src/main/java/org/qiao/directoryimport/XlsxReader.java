package org.qiao.directoryimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Problem;

/** Reads the values of an Excel file as texts. Formulas count as what they last showed; nothing is calculated. */
final class XlsxReader {

    private static final int SHEETS_MAX = 10;
    private static final String ZEROS = "0{2,20}";
    private static final int DIGITS_MAX = 400;
    /** One long text that a million cells share is small in the file and not here. */
    private static final long CHARACTERS_MAX = 60_000_000;

    private XlsxReader() {}

    static Table read(byte[] bytes) {
        ZipGuard.check(bytes);
        try (ReadableWorkbook workbook = open(bytes)) {
            List<Table.Sheet> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().limit(SHEETS_MAX).toList()) {
                sheets.add(read(sheet));
            }
            return new Table(sheets);
        } catch (Problem refused) {
            throw refused;
        } catch (IOException
                | RuntimeException broken) { // the library answers broken files with many kinds of exceptions
            throw ImportProblem.UNREADABLE_FILE.problem();
        }
    }

    /** Styles tell how numbers are shown; a file may do without. */
    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (ExcelReaderException plain) {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
        }
    }

    private static Table.Sheet read(Sheet sheet) throws IOException {
        List<Table.Line> lines = new ArrayList<>();
        long characters = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            while (each.hasNext() && lines.size() <= Table.ROWS_MAX + Header.SEARCHED_ROWS) {
                Row row = each.next();
                Table.Line line = new Table.Line(row.getRowNum(), cells(row));
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                characters += line.cells().stream().mapToInt(String::length).sum();
                if (characters > CHARACTERS_MAX) {
                    throw ImportProblem.SUSPICIOUS_ARCHIVE.problem();
                }
            }
        }
        return new Table.Sheet(lines);
    }

    private static List<String> cells(Row row) {
        int count = Math.min(row.getCellCount(), Table.COLUMNS_MAX);
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String text = row.getOptionalCell(i).map(XlsxReader::text).orElse("");
            cells.add(text.length() <= Table.CELL_MAX ? text : text.substring(0, Table.CELL_MAX));
        }
        return cells;
    }

    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> number(cell.asNumber(), cell.getDataFormatString());
            case FORMULA -> shown(cell.getRawValue());
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
            case ERROR -> Table.ERROR;
            case EMPTY -> "";
        };
    }

    /** No spreadsheet program writes more digits; somebody who does wants to fill the memory with zeros. */
    static String number(BigDecimal number, @Nullable String format) {
        boolean sound = Math.abs((long) number.scale()) <= DIGITS_MAX && number.precision() <= DIGITS_MAX;
        return sound ? padded(plain(number), format) : Table.ERROR;
    }

    /** Excel keeps 13800138000 as a number and sometimes as 1.3800138E10; both are the same phone. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A staff number 007 is often the number 7 shown with the format "000". */
    private static String padded(String digits, @Nullable String format) {
        if (format == null || !format.matches(ZEROS)) {
            return digits;
        }
        return "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
    }

    private static String shown(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        if (raw.startsWith("#")) {
            return Table.ERROR;
        }
        try {
            return raw.matches("-?[0-9.]+E[+-]?[0-9]{1,2}") ? plain(new BigDecimal(raw)) : raw;
        } catch (NumberFormatException text) {
            return raw;
        }
    }
}
