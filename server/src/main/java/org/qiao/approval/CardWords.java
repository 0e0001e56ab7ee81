package org.qiao.approval;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.qiao.approval.RunView.RunHead;
import org.qiao.platform.Texts;

/** The few words of cards, DINGs and tables, in Chinese or English. */
final class CardWords {

    private static final CardWords CHINESE = new CardWords(Locale.CHINESE);
    private static final CardWords ENGLISH = new CardWords(Locale.ENGLISH);

    private final ResourceBundle words;

    private CardWords(Locale locale) {
        this.words = Texts.bundle("org.qiao.approval.cards", locale);
    }

    static CardWords of(Locale locale) {
        return Texts.in(locale, CHINESE, ENGLISH);
    }

    /** What a card about this says: "task", "agreed", "told" and the like. */
    String title(String key, String applicant, String template) {
        return MessageFormat.format(words.getString(key), applicant, template);
    }

    /** What was agreed may have been undone since. */
    String state(RunHead head) {
        boolean undone = head.state() == Approval.State.AGREED && head.undoneById() != null;
        return words.getString("state." + (undone ? "UNDONE" : head.state().name()));
    }

    String fact(String label, String text) {
        return MessageFormat.format(words.getString("fact"), label, text);
    }

    String urge(String template, String number) {
        return MessageFormat.format(words.getString("urge"), template, number);
    }
}
