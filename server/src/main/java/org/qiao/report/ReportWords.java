package org.qiao.report;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;
import org.qiao.reporttemplate.Period;

/** The few words of cards, DINGs and exports, in Chinese or English. */
final class ReportWords {

    private static final ReportWords CHINESE = new ReportWords(Locale.CHINESE);
    private static final ReportWords ENGLISH = new ReportWords(Locale.ENGLISH);

    private final ResourceBundle words;
    private final Locale locale;

    private ReportWords(Locale locale) {
        this.locale = locale;
        this.words = Texts.bundle("org.qiao.report.words", locale);
    }

    static ReportWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    /** A report with its period, "日报（11月27日）". */
    String title(String template, Period period) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(words.getString("day"), locale);
        String days = period.from().equals(period.to())
                ? day.format(period.from())
                : day.format(period.from()) + " – " + day.format(period.to());
        return MessageFormat.format(words.getString("title"), template, days);
    }

    String card(String author, String template) {
        return MessageFormat.format(words.getString("card"), author, template);
    }

    String ding(String title) {
        return MessageFormat.format(words.getString("ding"), title);
    }

    String word(String key) {
        return words.getString(key);
    }
}
