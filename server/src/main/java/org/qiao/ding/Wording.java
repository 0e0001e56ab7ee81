package org.qiao.ding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Way;
import org.qiao.notice.NoticeText;

/** What people read and hear outside the app, in their language. All words are in messages_zh and messages_en. */
final class Wording {

    static final int SMS_UNITS_MAX = 3;
    private static final int PUSH_MAX = 300;
    private static final int SPEECH_MAX = 600;

    private Wording() {}

    /**
     * What is to be said.
     *
     * @param standsInFor the person who has not confirmed, when somebody else is told
     * @param link empty for none
     */
    record Message(
            String company,
            String sender,
            String text,
            @Nullable String standsInFor,
            String link,
            @Nullable Long recording) {}

    static NoticeText of(Way way, Locale locale, Message message) {
        String title = say(locale, message.standsInFor() == null ? "title" : "title.stand_in", message, "");
        String text = text(locale, message);
        String link = message.link().isEmpty() ? null : message.link();
        return switch (way) {
            case SMS -> new NoticeText(title, sms(locale, message), null, null, null);
            case VOICE ->
                new NoticeText(
                        title,
                        text,
                        null,
                        say(locale, key("speech", message), message, cut(text, SPEECH_MAX)),
                        message.recording());
            case EMAIL -> new NoticeText(title, say(locale, key("email", message), message, text), link, null, null);
            case PUSH, APP -> new NoticeText(title, cut(text, PUSH_MAX), link, null, null);
        };
    }

    /** At most three pieces: the text gives way, never the link and the hint how to confirm. */
    static String sms(Locale locale, Message message) {
        String text = text(locale, message).replaceAll("\\s+", " ");
        String key = key(message.link().isEmpty() ? "sms.plain" : "sms", message);
        String whole = say(locale, key, message, text);
        int low = 0;
        int high = text.length();
        if (SmsLength.units(whole) <= SMS_UNITS_MAX) {
            return whole;
        }
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (SmsLength.units(say(locale, key, message, cut(text, middle))) <= SMS_UNITS_MAX) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return say(locale, key, message, cut(text, low));
    }

    private static String text(Locale locale, Message message) {
        return message.text().isEmpty() ? say(locale, "recording", message, "") : message.text();
    }

    private static String key(String key, Message message) {
        return message.standsInFor() == null ? key : key + ".stand_in";
    }

    private static String say(Locale locale, String key, Message message, String text) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        Locale language = chinese ? Locale.CHINESE : Locale.ENGLISH;
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.qiao.ding.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] words = {message.company(), message.sender(), text, message.standsInFor(), message.link()};
        return new MessageFormat(bundle.getString(key), language).format(words);
    }

    /** Never half a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
