package org.qiao.notice;

import org.jspecify.annotations.Nullable;

/**
 * What a channel carries, in the recipient's language.
 *
 * @param title subject of an e-mail, first line of a push; at most 200 characters
 * @param text what is read; at most 4,000 characters, an SMS is cut by its caller
 * @param link where it leads, absolute; null for nowhere
 * @param speech what a call says, null for {@code text}
 * @param recording a file that a call plays instead of speaking
 */
public record NoticeText(
        String title,
        String text,
        @Nullable String link,
        @Nullable String speech,
        @Nullable Long recording) {

    public static NoticeText of(String title, String text, @Nullable String link) {
        return new NoticeText(title, text, link, null, null);
    }
}
