package org.qiao.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.messaging.ReadStore.Count;
import org.qiao.messaging.ReadStore.Message;
import org.qiao.messaging.ReadStore.Reader;
import org.qiao.messaging.ReadStore.Stretch;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;

/** Who has read a message, and when. For its sender only (product rules 1.2), and only when the company wants it. */
@Service
public class Readers {

    private final ReadStore store;
    private final EntryStore entries;
    private final Seating seating;
    private final ReadMarks readMarks;
    private final Members directory;
    private final Orgs orgs;

    Readers(ReadStore store, EntryStore entries, Seating seating, ReadMarks readMarks, Members directory, Orgs orgs) {
        this.store = store;
        this.entries = entries;
        this.seating = seating;
        this.readMarks = readMarks;
        this.directory = directory;
        this.orgs = orgs;
    }

    /** Counts of own messages; others' and unknown ones are left out. */
    List<Receipt> receipts(Actor actor, long conversationId, Collection<Long> seqs) {
        ConversationKind kind = seating.require(actor, conversationId).kind();
        requireReceipts(actor);
        if (seqs.isEmpty()) {
            return List.of();
        }
        readMarks.flushIn(conversationId);
        return store.counts(actor.orgId(), conversationId, Stretch.of(new TreeSet<>(seqs), kind)).stream()
                .filter(count -> count.sender() == actor.principalId())
                .map(Count::receipt)
                .toList();
    }

    ReaderPage list(Actor actor, Message asked, boolean read, @Nullable String after, @Nullable Integer limit) {
        Message message = requireReadable(actor, asked);
        int size = Limits.page(limit);
        Page<Reader> page = Page.cut(
                store.readers(actor, message, read, Limits.key(after, 0), size + 1),
                size,
                reader -> Long.toString(reader.principalId()));
        Receipt count = count(actor, message);
        return new ReaderPage(withCards(actor, page.items()), page.next(), count.read(), count.total());
    }

    /**
     * Who has not read an own message, at most {@code limit}. Refuses like the list of readers does: others' messages, and
     * companies without receipts.
     */
    public List<Long> unread(Actor actor, long conversationId, long seq, int limit) {
        Message message = requireReadable(actor, new Message(conversationId, seq));
        return store.readers(actor, message, false, 0, limit).stream()
                .map(Reader::principalId)
                .toList();
    }

    private Receipt count(Actor actor, Message message) {
        Stretch only = new Stretch(message.seq() - 1, message.seq(), 1, List.of(message.seq()), message.customers());
        return store.counts(actor.orgId(), message.conversationId(), only).stream()
                .map(Count::receipt)
                .findFirst()
                .orElse(new Receipt(message.seq(), 0, 0));
    }

    private Message requireReadable(Actor actor, Message message) {
        ConversationKind kind = seating.require(actor, message.conversationId()).kind();
        EntryView entry = entries.find(actor, message.conversationId(), message.seq())
                .filter(found -> found.kind().isMessage())
                .orElseThrow(MessagingProblem.ENTRY_NOT_FOUND::problem);
        if (entry.sender() != actor.principalId()) {
            throw MessagingProblem.NOT_THE_SENDER.problem();
        }
        requireReceipts(actor);
        readMarks.flushIn(message.conversationId());
        return message.in(kind);
    }

    private List<ReaderPage.Reader> withCards(Actor actor, List<Reader> readers) {
        Map<Long, Card> cards = new HashMap<>();
        Set<Long> ids = new TreeSet<>();
        readers.forEach(reader -> ids.add(reader.principalId()));
        directory.cards(actor.orgId(), ids).forEach(card -> cards.put(card.id(), card));
        List<ReaderPage.Reader> result = new ArrayList<>();
        for (Reader reader : readers) {
            Card card = cards.get(reader.principalId());
            if (card != null) {
                result.add(ReaderPage.Reader.of(card, reader.readAt()));
            }
        }
        return result;
    }

    private void requireReceipts(Actor actor) {
        if (!orgs.settings(actor.orgId()).readReceipts()) {
            throw MessagingProblem.RECEIPTS_OFF.problem();
        }
    }
}
