package org.qiao.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.MemberState;

/**
 * Some of those who have read a message, or of the rest.
 *
 * @param read how many have read it
 * @param total how many can read it, without the sender
 */
record ReaderPage(List<Reader> items, @Nullable String next, long read, long total) {

    ReaderPage {
        items = List.copyOf(items);
    }

    /** @param readAt null for those who have not */
    record Reader(
            long id,
            String name,
            String alias,
            String title,
            @Nullable String avatar,
            MemberState state,
            String kind,
            @Nullable Instant readAt) {

        static Reader of(Card card, @Nullable Instant readAt) {
            return new Reader(
                    card.id(),
                    card.name(),
                    card.alias(),
                    card.title(),
                    card.avatar(),
                    card.state(),
                    card.kind(),
                    readAt);
        }
    }
}
