package org.qiao.foreigntask;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words of cards, in Chinese or English. */
final class TaskWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final TaskWords CHINESE = new TaskWords(Locale.CHINESE);
    private static final TaskWords ENGLISH = new TaskWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private TaskWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.foreigntask.cards", locale);
    }

    static TaskWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    /** A label: "from", "due". */
    String label(String key) {
        return words.getString(key);
    }

    String many(String system, int count) {
        return MessageFormat.format(words.getString("many"), system, count);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
