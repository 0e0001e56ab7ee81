package org.qiao.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileRemovals;
import org.qiao.messaging.CustomerLogStore.Next;
import org.qiao.messaging.CustomerLogStore.Stretch;
import org.qiao.platform.Actor;
import org.qiao.platform.FaultPoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that was said with a customer: told to him, or erased (docs/decisions/0028). For programs that have checked who asks.
 *
 * <p>Erasing empties the entries and keeps them, so seq and message numbers stay without a hole; one SYSTEM entry ERASED at the end tells
 * every device that holds older texts to let go of them. Nobody can write in the thread before, and no reader is told before all
 * of it is empty: whoever has seen the entry can fetch nothing old any more.
 */
@Service
public class CustomerLogs {

    private static final int PLACES = 100;
    private static final int STRETCH = 500;

    private final CustomerLogStore store;
    private final CustomerConversations conversations;
    private final Turns turns;
    private final FileRemovals files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CustomerLogs(
            CustomerLogStore store,
            CustomerConversations conversations,
            Turns turns,
            FileRemovals files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.conversations = conversations;
        this.turns = turns;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A conversation of his.
     *
     * @param thread he and whoever serves him: everything in it is his; false: a group, only what he said himself is
     */
    public record Place(long conversationId, boolean thread, String title) {}

    /**
     * A message.
     *
     * @param title the name of a file, the title of a card
     */
    public record Said(
            long seq,
            long sender,
            EntryKind kind,
            Instant at,
            boolean recalled,
            @Nullable String text,
            @Nullable String title,
            @Nullable Long fileId) {}

    /** In the order of their ids. */
    public List<Place> places(long orgId, Collection<Long> ids, long after) {
        return store.places(orgId, ids, after, PLACES);
    }

    /** All of them at once, for modules that keep something by conversation. */
    public List<Place> places(long orgId, Collection<Long> ids) {
        List<Place> all = new ArrayList<>();
        List<Place> page = places(orgId, ids, 0);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = places(orgId, ids, page.getLast().conversationId());
        }
        return all;
    }

    /** In the order of seq. */
    public List<Said> said(long orgId, Collection<Long> ids, Place place, long after) {
        return store.said(orgId, ids, place, after, STRETCH);
    }

    /** When something happened last in the threads of each, and in groups in which he sits; who has none is left out. */
    public Map<Long, Instant> lastMoved(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.lastMoved(orgId, ids);
    }

    /**
     * Erases a portion: a stretch of one conversation. Not in a transaction.
     *
     * @param ids the customer, who is the first of them, and contacts that turned out to be him
     * @return true when nothing is left
     */
    public boolean erase(long orgId, List<Long> ids) {
        Optional<Next> found = store.next(orgId, ids);
        if (found.isEmpty()) {
            transaction.executeWithoutResult(status -> store.forgetPersonal(orgId, ids));
            return true;
        }
        Next next = found.get();
        if (next.dissolved()) {
            emptyDissolved(orgId, next, ids);
            return false;
        }
        if (next.whole() && !next.closed()) {
            conversations.setClosed(orgId, next.conversationId(), true);
            return false; // what was said up to this moment is found by the next call, with its files
        }
        if (!next.whole()) {
            ids.forEach(id -> conversations.remove(program(orgId, id), next.conversationId(), id));
        }
        if (next.headSeq() - next.erasedTo() > STRETCH) {
            empty(orgId, next, ids);
        } else {
            finish(orgId, next, ids);
        }
        return false;
    }

    private void empty(long orgId, Next next, List<Long> ids) {
        long to = Math.min(next.headSeq(), next.erasedTo() + STRETCH);
        Stretch stretch = new Stretch(orgId, next.conversationId(), next.whole(), next.erasedTo(), to);
        removeFiles(stretch, ids);
        FaultPoints.reached("erase.stretch");
        transaction.executeWithoutResult(status -> store.empty(stretch, ids));
    }

    /** Nobody reads it any more, so nobody is told. */
    private void emptyDissolved(long orgId, Next next, List<Long> ids) {
        if (next.headSeq() > next.erasedTo()) {
            empty(orgId, next, ids);
        } else {
            Actor himself = program(orgId, ids.getFirst());
            transaction.executeWithoutResult(
                    status -> store.done(himself, next.conversationId(), ids, clock.instant()));
        }
    }

    /** Under the head's lock nothing new can come: the rest and the entry that tells of it are one step. */
    private void finish(long orgId, Next next, List<Long> ids) {
        Stretch rest = new Stretch(orgId, next.conversationId(), next.whole(), next.erasedTo(), next.headSeq());
        removeFiles(rest, ids);
        FaultPoints.reached("erase.finish");
        Actor himself = program(orgId, ids.getFirst());
        turns.change(himself, next.conversationId(), turn -> {
            boolean grown = turn.seq() > rest.from() + 2L * STRETCH;
            if (grown || !store.done(himself, next.conversationId(), ids, turn.now())) {
                return; // a group that was busy meanwhile comes again
            }
            store.empty(new Stretch(orgId, next.conversationId(), next.whole(), rest.from(), turn.seq()), ids);
            turns.write(turn, Turns.Event.about(Turns.Event.Type.ERASED, himself, ids));
        });
    }

    /**
     * What a program told employees about him in its own voice is emptied, too: cards of one kind about some subjects.
     *
     * @param places where the cards stand
     */
    @Transactional
    public void eraseCards(long orgId, long voiceId, String type, Collection<Long> subjects, Collection<Long> places) {
        if (!places.isEmpty()) {
            store.emptyCards(new CustomerLogStore.Told(orgId, voiceId, type, subjects), places);
        }
    }

    /** Before their names are gone: a crash in between finds them again. His own uploads are removed with everything he uploaded. */
    private void removeFiles(Stretch stretch, List<Long> ids) {
        if (stretch.whole()) {
            files.removeFresh(stretch.orgId(), store.filesForHim(stretch, ids));
        }
    }

    private static Actor program(long orgId, long principalId) {
        return new Actor(orgId, principalId, Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
