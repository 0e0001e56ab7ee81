package org.qiao.moment;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words that the server says itself, in Chinese or English. */
final class MomentWords {

    private static final MomentWords CHINESE = new MomentWords(Locale.CHINESE);
    private static final MomentWords ENGLISH = new MomentWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private MomentWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.moment.words", locale);
    }

    static MomentWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String task() {
        return words.getString("task");
    }

    String refused() {
        return words.getString("refused");
    }

    String content() {
        return words.getString("content");
    }

    String pictures(int count) {
        return MessageFormat.format(words.getString("pictures"), Integer.toString(count));
    }
}
