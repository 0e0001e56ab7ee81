package org.qiao.messaging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client missed, most recent conversations first.
 *
 * @param full true when this is everything and the client forgets what is not listed
 * @param cursor keep it after the last page; give it with the next sync
 * @param personal changes after the client's number, ascending; only on the first page
 * @param conversations each with its last entries, at most 20 or the tail asked for
 * @param next give it back as {@code after}; null on the last page
 */
public record SyncAnswer(
        long era,
        boolean full,
        String cursor,
        List<PersonalView> personal,
        long personalSeq,
        List<ConversationView> conversations,
        @Nullable String next) {

    public SyncAnswer {
        personal = List.copyOf(personal);
        conversations = List.copyOf(conversations);
    }

    /** One line of the person's own log. */
    public record PersonalView(long seq, PersonalKind kind, long conversation, Map<String, Object> data) {}
}
