package org.qiao.customerguard;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The words that the server says itself, in Chinese or English. */
final class GuardWords {

    private static final GuardWords CHINESE = new GuardWords(Locale.CHINESE);
    private static final GuardWords ENGLISH = new GuardWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private GuardWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.customerguard.words", locale);
    }

    static GuardWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }

    String word(String key, Object... values) {
        return MessageFormat.format(words.getString(key), values);
    }
}
