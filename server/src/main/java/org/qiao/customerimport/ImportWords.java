package org.qiao.customerimport;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.ImportJob.State;
import org.qiao.platform.Texts;

/** The words of templates and results, in Chinese or English. */
final class ImportWords {

    private static final ImportWords CHINESE = new ImportWords(Locale.CHINESE);
    private static final ImportWords ENGLISH = new ImportWords(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle words;

    private ImportWords(Locale locale) {
        this.locale = locale;
        this.words = Texts.bundle("org.qiao.customerimport.words", locale);
    }

    static ImportWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    boolean isChinese() {
        return locale.equals(Locale.CHINESE);
    }

    String word(String key) {
        return words.getString(key);
    }

    /** A row that waits in an import that is over was never written. */
    String state(RowState row, State job) {
        boolean left = (row == RowState.READY || row == RowState.KNOWN) && job == State.CANCELLED;
        return word("state." + (left ? "CANCELLED" : row.name()));
    }

    String fault(RowFault fault) {
        String column = Arrays.stream(SheetColumn.values())
                .filter(each -> each.id().equals(fault.column()))
                .findFirst()
                .map(each -> each.heading(isChinese()))
                .orElse(fault.column());
        Object value = fault.params().values().stream().findFirst().orElse("");
        String text = new MessageFormat(word("fault." + fault.code().name()), locale)
                .format(new Object[] {value instanceof Number ? value.toString() : value});
        return column.isEmpty() ? text : column + ": " + text;
    }

    /** Of a row that could not be written; what has no words is told as it is. */
    String code(String code) {
        String key = "code." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }
}
