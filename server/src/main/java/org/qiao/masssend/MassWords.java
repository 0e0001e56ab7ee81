package org.qiao.masssend;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words that the server says itself, in Chinese or English. */
final class MassWords {

    private static final MassWords CHINESE = new MassWords(Locale.CHINESE);
    private static final MassWords ENGLISH = new MassWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private MassWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.masssend.words", locale);
    }

    static MassWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }

    String title(String key, String text) {
        return MessageFormat.format(words.getString(key), text);
    }
}
