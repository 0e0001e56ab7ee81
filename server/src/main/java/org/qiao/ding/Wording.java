package org.qiao.ding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Way;
import org.qiao.notice.NoticeText;
import org.qiao.notice.SmsText;
import org.qiao.platform.Texts;

/** What people read and hear outside the app, in their language. All words are in messages_zh and messages_en. */
final class Wording {

    static final int SMS_UNITS_MAX = 3;
    private static final int PUSH_MAX = 300;
    private static final int SPEECH_MAX = 600;

    private static final Catalogue CHINESE = Catalogue.of(Locale.CHINESE);
    private static final Catalogue ENGLISH = Catalogue.of(Locale.ENGLISH);

    private static final Message NOTHING = new Message("", "", "", null, "", null);

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
                        say(locale, key("speech", message), message, Texts.cut(text, SPEECH_MAX)),
                        message.recording());
            case EMAIL -> new NoticeText(title, say(locale, key("email", message), message, text), link, null, null);
            case PUSH, APP -> new NoticeText(title, Texts.cut(text, PUSH_MAX), link, null, null);
        };
    }

    /** At most three pieces: the text gives way, never the link and the hint how to confirm. */
    static String sms(Locale locale, Message message) {
        String text = text(locale, message).replaceAll("\\s+", " ");
        String key = key(message.link().isEmpty() ? "sms.plain" : "sms", message);
        String whole = say(locale, key, message, text);
        int low = 0;
        int high = text.length();
        if (SmsText.count(whole) <= SMS_UNITS_MAX) {
            return whole;
        }
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (SmsText.count(say(locale, key, message, Texts.cut(text, middle))) <= SMS_UNITS_MAX) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return say(locale, key, message, Texts.cut(text, low));
    }

    /** What a card in a conversation says. */
    static String cardTitle(Locale locale, String text) {
        return text.isBlank() ? label(locale, "recording") : text;
    }

    static String label(Locale locale, String key) {
        return say(locale, key, NOTHING, "");
    }

    private static String text(Locale locale, Message message) {
        return message.text().isEmpty() ? say(locale, "recording", message, "") : message.text();
    }

    private static String key(String key, Message message) {
        return message.standsInFor() == null ? key : key + ".stand_in";
    }

    /** Thousands of recipients read the same words: patterns are cut into pieces once. */
    private static String say(Locale locale, String key, Message message, String text) {
        return Texts.in(locale, CHINESE, ENGLISH).get(key).fill(message, text);
    }

    /** {0} company, {1} sender, {2} text, {3} the person who has not confirmed, {4} link. */
    private record Pattern(List<String> pieces) {

        static Pattern of(String text) {
            return new Pattern(List.of(text.split("(?=\\{[0-4]})|(?<=\\{[0-4]})")));
        }

        String fill(Message message, String text) {
            StringBuilder filled = new StringBuilder();
            for (String piece : pieces) {
                filled.append(
                        switch (piece) {
                            case "{0}" -> message.company();
                            case "{1}" -> message.sender();
                            case "{2}" -> text;
                            case "{3}" -> Objects.requireNonNullElse(message.standsInFor(), "");
                            case "{4}" -> message.link();
                            default -> piece;
                        });
            }
            return filled.toString();
        }
    }

    /** A missing key is a mistake of ours, and seen at the start. */
    private record Catalogue(Map<String, Pattern> patterns) {

        static Catalogue of(Locale language) {
            ResourceBundle bundle = Texts.bundle("org.qiao.ding.messages", language);
            Map<String, Pattern> patterns = new HashMap<>();
            bundle.keySet().forEach(key -> patterns.put(key, Pattern.of(bundle.getString(key))));
            return new Catalogue(Map.copyOf(patterns));
        }

        Pattern get(String key) {
            return Objects.requireNonNull(patterns.get(key), key);
        }
    }
}
