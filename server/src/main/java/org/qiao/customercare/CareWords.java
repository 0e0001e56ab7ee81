package org.qiao.customercare;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words that the server says itself, in Chinese or English. */
final class CareWords {

    private static final CareWords CHINESE = new CareWords(Locale.CHINESE);
    private static final CareWords ENGLISH = new CareWords(Locale.ENGLISH);
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final ResourceBundle words;

    private CareWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.customercare.words", locale);
    }

    static CareWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }

    String title(String what, String customer, String helper) {
        return MessageFormat.format(words.getString("title." + what), customer, helper);
    }

    /** "5 minutes", "3 hours", "2 days". */
    String waited(long minutes) {
        String unit = minutes < HOUR ? "minutes" : minutes < DAY ? "hours" : "days";
        long count = minutes < HOUR ? minutes : minutes < DAY ? minutes / HOUR : minutes / DAY;
        return MessageFormat.format(words.getString(unit), count);
    }
}
