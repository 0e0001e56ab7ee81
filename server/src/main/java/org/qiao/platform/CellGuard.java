package org.qiao.platform;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheet programs run a text that begins like a formula; a quote in front makes it a text again. */
public final class CellGuard {

    /** Full-width signs too: spreadsheet programs with an East Asian locale read them like the narrow ones (OWASP, CSV injection). */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private static final char QUOTE = '\'';

    private CellGuard() {}

    public static String guard(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? QUOTE + text : text;
    }

    /** Writes a row of texts; what is empty has no cell. */
    public static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                sheet.value(row, column, guard(text));
            }
        }
    }

    /** Takes back what {@link #guard} did, so that an export can be imported. */
    public static String unguard(String cell) {
        String text = cell.strip();
        boolean guarded = text.length() > 1 && text.charAt(0) == QUOTE && DANGEROUS.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}
