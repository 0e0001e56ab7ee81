package org.qiao.handover;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words that the server says itself, in Chinese or English. */
final class HandOverWords {

    private static final HandOverWords CHINESE = new HandOverWords(Locale.CHINESE);
    private static final HandOverWords ENGLISH = new HandOverWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private HandOverWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.handover.words", locale);
    }

    static HandOverWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String offer(String next, int hours) {
        return MessageFormat.format(words.getString("offer"), next, Integer.toString(hours));
    }

    String leaver(String name) {
        return MessageFormat.format(words.getString("leaver"), name);
    }

    String customers() {
        return words.getString("customers");
    }

    String groups() {
        return words.getString("groups");
    }

    String waiting() {
        return words.getString("waiting");
    }
}
