package org.qiao.messagenotice;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Place;
import org.qiao.notice.NoticeText;
import org.qiao.platform.Texts;

/** What people read outside the app, in their language. All words are in messages_zh and messages_en. */
final class Wording {

    private static final int LINE_MAX = 80;
    private static final int TITLE_MAX = 100;
    private static final int MAIL_MAX = 3_900;

    private static final ResourceBundle CHINESE = bundle(Locale.CHINESE);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Wording() {}

    /**
     * @param sender of the last message
     * @param last null when only an older mention is known
     * @param count messages that are worth telling, at most {@link Calling#MESSAGES}
     */
    record Words(Place place, String sender, @Nullable Message last, int count, boolean mentioned, boolean preview) {}

    static NoticeText push(Locale locale, Words words, String link) {
        Place place = words.place();
        String title = place.isDirect() ? words.sender() : title(locale, place);
        return NoticeText.push(
                Texts.cut(title, TITLE_MAX), body(locale, words), link, "message-" + place.conversationId());
    }

    private static String body(Locale locale, Words words) {
        String mark = words.mentioned() && !words.place().isDirect() ? say(locale, "push.mention") : "";
        Message last = words.last();
        if (last == null) {
            return mark + say(locale, "push.new");
        }
        if (!words.preview()) {
            return mark
                    + (words.count() == 1
                            ? say(locale, "push.new")
                            : say(locale, "push.news", number(words.count(), Calling.MESSAGES)));
        }
        String many = words.count() == 1 ? "" : say(locale, "push.many", number(words.count(), Calling.MESSAGES));
        String text = excerpt(locale, last);
        return mark + many + (words.place().isDirect() ? text : say(locale, "push.said", words.sender(), text));
    }

    /**
     * One conversation of a digest.
     *
     * @param name the other person's, or the group's
     * @param lines who said what; empty when nothing may be shown
     */
    record Part(String name, long count, List<Line> lines) {}

    record Line(String sender, Message message) {}

    /**
     * @param conversations with those that are not shown
     * @param address the server's, empty when it is not known
     */
    record Digest(String company, List<Part> parts, long messages, int conversations, boolean more, String address) {}

    static NoticeText digest(Locale locale, Digest digest) {
        String conversations = digest.conversations() + (digest.more() ? "+" : "");
        StringBuilder text = new StringBuilder(
                say(locale, "digest.lead", Long.toString(digest.messages()), conversations, digest.company()));
        for (Part part : digest.parts()) {
            text.append("\n\n")
                    .append(say(locale, "digest.part", Texts.cut(part.name(), TITLE_MAX), Long.toString(part.count())));
            for (Line line : part.lines()) {
                String said = say(locale, "push.said", line.sender(), excerpt(locale, line.message()));
                text.append("\n  ").append(Texts.cut(said, LINE_MAX));
            }
        }
        int hidden = digest.conversations() - digest.parts().size();
        if (hidden > 0) {
            text.append("\n\n").append(say(locale, "digest.others", hidden + (digest.more() ? "+" : "")));
        }
        String settings = digest.address().isEmpty() ? "" : digest.address() + "/settings/notifications";
        String foot = "\n\n" + say(locale, settings.isEmpty() ? "digest.foot.plain" : "digest.foot", settings);
        return NoticeText.of(
                say(locale, "digest.title", Long.toString(digest.messages()), digest.company()),
                Texts.cut(text.toString(), MAIL_MAX - foot.length()) + foot,
                digest.address().isEmpty() ? null : digest.address() + "/messages");
    }

    static String title(Locale locale, Place place) {
        return place.title().isEmpty() ? say(locale, "group") : place.title();
    }

    private static String excerpt(Locale locale, Message message) {
        String text = message.excerpt().replaceAll("\\s+", " ").strip();
        if (message.kind() == EntryKind.IMAGE) {
            return say(locale, "image");
        }
        return message.kind() == EntryKind.FILE ? say(locale, "file", text) : text;
    }

    private static String number(int count, int most) {
        return count >= most ? most + "+" : Integer.toString(count);
    }

    private static String say(Locale locale, String key, String... values) {
        String pattern = Texts.in(locale, CHINESE, ENGLISH).getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
    }

    private static ResourceBundle bundle(Locale language) {
        return Texts.bundle("org.qiao.messagenotice.messages", language);
    }
}
