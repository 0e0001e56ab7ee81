package org.qiao.directoryimport;

import java.util.List;
import java.util.function.Predicate;

/** Tells by the first bytes what a file is; its name and media type are only claims. */
final class Spreadsheets {

    private Spreadsheets() {}

    static Table read(byte[] bytes) {
        return isExcel(bytes) ? XlsxReader.read(bytes) : CsvReader.read(bytes);
    }

    /** @param header whether these cells are the headings that are looked for */
    static Table read(byte[] bytes, Predicate<List<String>> header) {
        return isExcel(bytes) ? XlsxReader.read(bytes) : CsvReader.read(bytes, header);
    }

    /** Where no other sort is taken. */
    static Table readExcel(byte[] bytes) {
        if (!isExcel(bytes)) {
            throw ImportProblem.UNREADABLE_FILE.problem();
        }
        return XlsxReader.read(bytes);
    }

    private static boolean isExcel(byte[] bytes) {
        if (bytes.length == 0) {
            throw ImportProblem.EMPTY_FILE.problem();
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw ImportProblem.OLD_EXCEL_OR_PROTECTED.problem();
        }
        return starts(bytes, 'P', 'K', 3, 4);
    }

    private static boolean starts(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
