package org.qiao.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.qiao.platform.Texts;

/** The words of packages and of the register, in Chinese or English. */
final class ExportWords {

    /** What is read first stands first; what nobody thought of comes behind, by name. */
    static final Comparator<String> ORDER =
            Comparator.comparingInt(ExportWords::place).thenComparing(Comparator.naturalOrder());

    private static final List<String> FIRST = List.of(
            "at",
            "since",
            "openedAt",
            "conversation",
            "group",
            "by",
            "employee",
            "name",
            "kind",
            "text",
            "title",
            "file");

    private static final ExportWords CHINESE = new ExportWords(Locale.SIMPLIFIED_CHINESE);
    private static final ExportWords ENGLISH = new ExportWords(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle words;

    private ExportWords(Locale locale) {
        this.locale = locale;
        this.words = Texts.bundle("org.qiao.privacy.words", locale);
    }

    static ExportWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    private static int place(String name) {
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }

    Locale locale() {
        return locale;
    }

    String word(String key) {
        return words.getString(key);
    }

    /** Modules may bring chapters and names that have no word here: they speak for themselves. */
    String word(String key, String otherwise) {
        try {
            return words.getString(key);
        } catch (MissingResourceException _) {
            return otherwise;
        }
    }
}
