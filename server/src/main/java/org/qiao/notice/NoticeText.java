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
 * @param topic for a push: replaces an earlier one with the same topic, on the way and on the screen; at most 32 letters, digits
 *     and hyphens. Null: it replaces none, and stays on the screen until somebody touches it
 */
public record NoticeText(
        String title,
        String text,
        @Nullable String link,
        @Nullable String speech,
        @Nullable Long recording,
        @Nullable String topic) {

    public NoticeText(
            String title, String text, @Nullable String link, @Nullable String speech, @Nullable Long recording) {
        this(title, text, link, speech, recording, null);
    }

    public static NoticeText of(String title, String text, @Nullable String link) {
        return new NoticeText(title, text, link, null, null);
    }

    public static NoticeText push(String title, String text, String link, String topic) {
        return new NoticeText(title, text, link, null, null, topic);
    }
}
