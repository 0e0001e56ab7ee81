package org.qiao.grouptold;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.NoticeText;
import org.qiao.platform.Texts;

/** What a customer is told about a group; what was said only where the company wants it. */
final class ToldWording {

    /** More are not counted. */
    static final int MOST = 100;

    private static final int EXCERPT = 120;

    private ToldWording() {}

    /**
     * @param sender who said the last of it, or who mentioned him
     * @param text of it; null: it stays in the group
     * @param naming whom the sender named
     */
    record Words(
            String title,
            String company,
            String sender,
            @Nullable String text,
            int count,
            Naming naming) {}

    enum Naming {
        NOBODY,
        HIM,
        EVERYBODY
    }

    /** @param topic a later one takes its place */
    static NoticeText push(Locale locale, Words words, String link, String topic) {
        return NoticeText.push(words.title(), line(!Texts.isChinese(locale), words), link, topic);
    }

    private static String line(boolean english, Words words) {
        String sender = words.sender();
        String text = words.text();
        if (text != null && !text.isBlank()) {
            return (english ? "%s: %s" : "%s：%s").formatted(sender, Texts.cut(text.strip(), EXCERPT));
        }
        return switch (words.naming()) {
            case HIM -> (english ? "%s mentioned you" : "%s提到了您").formatted(sender);
            case EVERYBODY -> (english ? "%s notified everybody" : "%s提醒了所有人").formatted(sender);
            case NOBODY -> count(english, words);
        };
    }

    private static String count(boolean english, Words words) {
        String count = words.count() < MOST ? Integer.toString(words.count()) : (MOST - 1) + "+";
        if (!english) {
            return "%s：群里有 %s 条新消息".formatted(words.company(), count);
        }
        return words.count() == 1
                ? "%s: 1 new message in the group".formatted(words.company())
                : "%s: %s new messages in the group".formatted(words.company(), count);
    }

    /** By e-mail or SMS: never what was said. */
    static NoticeText mail(Locale locale, Words words, @Nullable String link) {
        boolean him = words.naming() == Naming.HIM;
        if (!Texts.isChinese(locale)) {
            String what = him ? "mentioned you" : "notified everybody";
            return NoticeText.of(
                    "%s %s in \"%s\"".formatted(words.sender(), what, words.title()),
                    "%s %s in the group \"%s\" of %s. Open the group to read it and to answer."
                            .formatted(words.sender(), what, words.title(), words.company()),
                    link);
        }
        String what = him ? "提到了您" : "提醒了所有人";
        return NoticeText.of(
                "%s在群聊「%s」中%s".formatted(words.sender(), words.title(), what),
                "%s在%s的群聊「%s」中%s，点击打开群聊即可查看和回复。".formatted(words.sender(), words.company(), words.title(), what),
                link);
    }
}
