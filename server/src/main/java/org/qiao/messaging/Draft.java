package org.qiao.messaging;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to append: a message (TEXT, IMAGE, FILE) or a RECALL. Checked by {@link Messages#send}.
 *
 * @param key chosen by the client, 1–64 characters {@code [A-Za-z0-9_-]}; makes a repeat harmless for ever
 * @param body null for a RECALL
 * @param target the message a RECALL ends, else null
 */
public record Draft(
        long conversationId,
        @Nullable String key,
        @Nullable EntryKind kind,
        @Nullable Body body,
        @Nullable Long target) {

    public static Draft message(
            long conversationId, @Nullable String key, @Nullable EntryKind kind, @Nullable Body body) {
        return new Draft(conversationId, key, kind, body, null);
    }

    public static Draft text(long conversationId, String key, String text) {
        return message(conversationId, key, EntryKind.TEXT, new Body(text, null, null, null, null));
    }

    public static Draft recall(long conversationId, @Nullable String key, long target) {
        return new Draft(conversationId, key, EntryKind.RECALL, null, target);
    }

    /**
     * The body as the client sends it.
     *
     * @param text of TEXT; at most 16 KiB in UTF-8
     * @param mentions principal ids, at most 200
     * @param replyTo seq of the quoted message
     * @param file an upload of the sender, for IMAGE and FILE
     */
    public record Body(
            @Size(max = 16_384) @Nullable String text,
            @Size(max = 200) @Nullable List<@Nullable Long> mentions,
            @Nullable Boolean mentionAll,
            @Positive @Nullable Long replyTo,
            @Nullable FileRef file) {}

    /** @param id of an upload of the sender */
    public record FileRef(@Positive long id) {}
}
