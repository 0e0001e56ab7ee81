package org.qiao.archive;

import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The words that the server says itself, in Chinese or English. */
final class ArchiveWords {

    private static final ArchiveWords CHINESE = new ArchiveWords(Locale.CHINESE);
    private static final ArchiveWords ENGLISH = new ArchiveWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private ArchiveWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.archive.words", locale);
    }

    static ArchiveWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }
}
