package org.qiao.customerprofile;

import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The few words of exports, in Chinese or English. */
final class ProfileWords {

    private static final ProfileWords CHINESE = new ProfileWords(Locale.CHINESE);
    private static final ProfileWords ENGLISH = new ProfileWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private ProfileWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.customerprofile.words", locale);
    }

    static ProfileWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }

    /** Shipped stages are named in the reader's language, unless the company has named them. */
    String stage(Stage stage) {
        return stage.name().isEmpty() ? words.getString("stage." + stage.key()) : stage.name();
    }
}
