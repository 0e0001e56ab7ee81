package org.qiao.archive;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words that the server says itself, in Chinese or English. */
final class ArchiveWords {

    private static final ArchiveWords CHINESE = new ArchiveWords(Locale.CHINESE);
    private static final ArchiveWords ENGLISH = new ArchiveWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private ArchiveWords(Locale locale) {
        this.words = ResourceBundle.getBundle(
                "org.qiao.archive.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static ArchiveWords of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    String word(String key) {
        return words.getString(key);
    }
}
