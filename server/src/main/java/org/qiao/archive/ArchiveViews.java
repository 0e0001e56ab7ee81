package org.qiao.archive;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;
import org.qiao.messaging.EntryKind;

/** What goes over the wire. */
final class ArchiveViews {

    private ArchiveViews() {}

    /** @param until null: it goes on */
    record ArchivedTime(Instant from, @Nullable Instant until) {}

    /**
     * A thread, or a group, of which something may be read.
     *
     * @param customer of a thread
     * @param title of a group
     * @param members who serves or served; of a group, who sits or sat in it
     * @param times for which it may be read
     */
    record ArchivedThread(
            long conversationId,
            @Nullable CustomerCard customer,
            @Nullable String title,
            List<Card> members,
            List<ArchivedTime> times) {}

    record ArchivedFile(
            String name,
            long size,
            String type,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /**
     * A message.
     *
     * @param sender a name; the customer's or an employee's
     * @param text of a text; null when it was recalled and is gone
     * @param withheld in a group: a customer said something there who has not agreed; neither who nor what
     * @param file of a picture or a file
     */
    record ArchivedMessage(
            long conversationId,
            long seq,
            EntryKind kind,
            long senderId,
            String sender,
            boolean byCustomer,
            Instant at,
            @Nullable Instant recalledAt,
            @Nullable String text,
            @Nullable ArchivedFile file,
            boolean withheld) {

        @Override
        public String toString() {
            return "ArchivedMessage " + conversationId + ":" + seq;
        }
    }

    /** @param version of the notice that he read */
    record VisitArchiveAnswer(@NotNull Boolean agree, int version) {}
}
