package org.qiao.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.file.Ticket;
import org.qiao.messaging.SeatStore.Seat;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;

/** Reading a conversation: its entries, and the files in them. */
@Service
public class Entries {

    private final EntryStore store;
    private final Seating seating;
    private final Files files;

    Entries(EntryStore store, Seating seating, Files files) {
        this.store = store;
        this.seating = seating;
        this.files = files;
    }

    /** The last entries before {@code before}, or the first after {@code after}; the last ones without either. */
    public EntryPage list(Actor actor, long conversationId, @Nullable Long before, @Nullable Long after, int limit) {
        Seat seat = seating.require(actor, conversationId);
        int size = Limits.page(limit);
        List<EntryView> items = after != null
                ? store.after(actor, conversationId, after, size)
                : store.before(actor, conversationId, before == null ? Long.MAX_VALUE : before, size)
                        .reversed();
        long head = items.isEmpty()
                ? seat.headSeq()
                : Math.max(seat.headSeq(), items.getLast().seq());
        return new EntryPage(items, head, seat.fromSeq());
    }

    /** Messages with files, newest first; recalled ones are not among them. */
    Page<EntryView> files(
            Actor actor,
            long conversationId,
            @Nullable EntryKind kind,
            @Nullable String after,
            @Nullable Integer limit) {
        seating.require(actor, conversationId);
        int size = Limits.page(limit);
        return Page.cut(
                store.files(actor, conversationId, kind, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                entry -> Long.toString(entry.seq()));
    }

    /** A link to the file of a message. Gone once the message is recalled. */
    Ticket ticket(Actor actor, long conversationId, long seq) {
        return files.ticket(actor, fileId(actor, conversationId, seq));
    }

    /** The same for a customer. */
    Ticket guestTicket(Actor guest, long conversationId, long seq) {
        return files.guestTicket(guest, fileId(guest, conversationId, seq));
    }

    Thumbnail thumbnail(Actor actor, long conversationId, long seq) {
        return files.thumbnail(actor.orgId(), fileId(actor, conversationId, seq));
    }

    private long fileId(Actor actor, long conversationId, long seq) {
        seating.require(actor, conversationId);
        return store.fileId(actor, conversationId, seq).orElseThrow(MessagingProblem.ENTRY_NOT_FOUND::problem);
    }
}
