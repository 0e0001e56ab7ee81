package org.qiao.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Adds people and last entries to conversations: two or three queries, however many conversations there are. */
@Component
class ConversationViews {

    private static final int BITE = 10;

    private final EntryStore entries;
    private final Members directory;

    ConversationViews(EntryStore entries, Members directory) {
        this.entries = entries;
        this.directory = directory;
    }

    List<ConversationView> of(Actor actor, List<ListStore.Line> lines, EntryStore.Tail tail) {
        return lines.isEmpty() ? List.of() : of(actor, lines, cards(actor, lines), tail);
    }

    /** As a customer sees them: nobody is named, the names of those who serve him come from elsewhere. */
    List<ConversationView> ofGuest(Actor guest, List<ListStore.Line> lines, EntryStore.Tail tail) {
        return lines.isEmpty() ? List.of() : of(guest, lines, Map.of(), tail);
    }

    private List<ConversationView> of(
            Actor actor, List<ListStore.Line> lines, Map<Long, Card> cards, EntryStore.Tail tail) {
        Map<Long, List<EntryView>> tails = tails(actor, lines, tail);
        return lines.stream()
                .map(line ->
                        view(actor, line, cards, unbroken(tails.getOrDefault(line.id(), List.of())), tail.isShown()))
                .toList();
    }

    /** Where only news are wanted most conversations have few: a small bite of each, and the rest only where it was not enough. */
    private Map<Long, List<EntryView>> tails(Actor actor, List<ListStore.Line> lines, EntryStore.Tail tail) {
        Map<Long, Long> befores = new HashMap<>();
        lines.forEach(line -> befores.put(line.id(), Long.MAX_VALUE));
        if (tail.isEverything() || tail.most() <= BITE) {
            return tails(entries.lastOf(actor, befores, tail));
        }
        Map<Long, List<EntryView>> tails = tails(entries.lastOf(actor, befores, tail.atMost(BITE)));
        befores.clear();
        tails.forEach((id, bite) -> {
            if (bite.size() == BITE) {
                befores.put(id, bite.getFirst().seq());
            }
        });
        if (!befores.isEmpty()) {
            tails(entries.lastOf(actor, befores, tail.atMost(tail.most() - BITE)))
                    .forEach((id, older) -> {
                        older.addAll(tails.getOrDefault(id, List.of()));
                        tails.put(id, older);
                    });
        }
        return tails;
    }

    private static Map<Long, List<EntryView>> tails(List<EntryStore.Placed> last) {
        Map<Long, List<EntryView>> tails = new HashMap<>();
        for (EntryStore.Placed placed : last) {
            tails.computeIfAbsent(placed.place().conversationId(), id -> new ArrayList<>())
                    .add(placed.entry());
        }
        return tails;
    }

    /** An old entry that was recalled since the cursor may stand before a gap; the recall itself is in the tail. */
    private static List<EntryView> unbroken(List<EntryView> tail) {
        int from = tail.size() - 1;
        while (from > 0 && tail.get(from - 1).seq() + 1 == tail.get(from).seq()) {
            from--;
        }
        return from > 0 ? tail.subList(from, tail.size()) : tail;
    }

    private Map<Long, Card> cards(Actor actor, List<ListStore.Line> lines) {
        Set<Long> people = new HashSet<>();
        for (ListStore.Line line : lines) {
            people.addAll(line.faces());
            Long peer = line.peer(actor);
            if (peer != null) {
                people.add(peer);
            }
        }
        Map<Long, Card> cards = new HashMap<>();
        directory.cards(actor.orgId(), people).forEach(card -> cards.put(card.id(), card)); // all of them sit there
        return cards;
    }

    private static ConversationView view(
            Actor actor, ListStore.Line line, Map<Long, Card> cards, List<EntryView> tail, boolean withTail) {
        Long peer = line.peer(actor);
        return new ConversationView(
                line.id(),
                line.kind(),
                line.title(),
                line.external(),
                line.closed(),
                peer == null ? null : cards.get(peer),
                line.faces().stream().map(cards::get).filter(Objects::nonNull).toList(),
                line.memberCount(),
                line.seq(),
                line.messageNo(),
                line.readSeq(),
                line.readNo(),
                Math.max(0, line.messageNo() - line.readNo()),
                line.mentionSeq(),
                line.muted(),
                line.pinned(),
                line.role(),
                line.settings(),
                last(tail),
                line.movedAt(),
                line.fromSeq(),
                withTail ? tail : null);
    }

    private static @Nullable EntryView last(List<EntryView> tail) {
        return tail.isEmpty() ? null : tail.getLast();
    }
}
