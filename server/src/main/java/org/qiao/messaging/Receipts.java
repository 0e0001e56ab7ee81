package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.qiao.directory.Orgs;
import org.qiao.messaging.ReadStore.PlacedCount;
import org.qiao.messaging.ReadStore.PlacedStretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Pushes read counts to those who sent the messages: for each conversation at most once a second, with one question to the
 * database for hundreds of conversations.
 */
@Component
class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int MESSAGES = 100;
    private static final int AT_ONCE = 250;
    private static final int KEPT = 100_000;

    private final ReadStore store;
    private final Orgs orgs;
    private final Courier courier;
    private final ConcurrentHashMap<Long, PlacedStretch> waiting = new ConcurrentHashMap<>();
    private final Cache<Long, Boolean> pushedLately;

    Receipts(ReadStore store, Orgs orgs, Courier courier, MessagingSettings settings) {
        this.store = store;
        this.orgs = orgs;
        this.courier = courier;
        this.pushedLately = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(settings.receiptPush())
                .build();
    }

    /** A mark moved: what lies between the two places has one more reader. */
    void changed(ReadStore.Moved moved) {
        if (moved.kind() == ConversationKind.CUSTOMER && !moved.customer()) {
            return; // whether a colleague has read it says nothing about the customer, and customers are told nothing
        }
        if (waiting.size() < KEPT) { // beyond it the counts come with the next mark
            waiting.merge(
                    moved.conversationId(),
                    new PlacedStretch(moved.orgId(), moved.conversationId(), moved.before(), moved.seq(), moved.kind()),
                    Receipts::both);
        }
    }

    private static PlacedStretch both(PlacedStretch old, PlacedStretch young) {
        return new PlacedStretch(
                old.orgId(),
                old.conversationId(),
                Math.min(old.after(), young.after()),
                Math.max(old.upTo(), young.upTo()),
                old.kind());
    }

    @Scheduled(fixedDelay = 250)
    void push() {
        List<PlacedStretch> due = new ArrayList<>();
        for (PlacedStretch stretch : waiting.values()) {
            long conversationId = stretch.conversationId();
            if (pushedLately.getIfPresent(conversationId) == null && waiting.remove(conversationId, stretch)) {
                pushedLately.put(conversationId, true);
                if (orgs.settings(stretch.orgId()).readReceipts()) {
                    due.add(stretch);
                }
            }
        }
        push(of(due, ConversationKind.DIRECT), store::readByTheOther);
        push(of(due, ConversationKind.CUSTOMER), threads -> store.readByCustomer(threads, MESSAGES));
        push(of(due, ConversationKind.GROUP), groups -> store.counts(groups, MESSAGES));
    }

    private static List<PlacedStretch> of(List<PlacedStretch> due, ConversationKind kind) {
        return due.stream().filter(stretch -> stretch.kind() == kind).toList();
    }

    private void push(List<PlacedStretch> due, Function<List<PlacedStretch>, List<PlacedCount>> question) {
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<PlacedStretch> some = due.subList(from, Math.min(due.size(), from + AT_ONCE));
            try {
                courier.together(() -> tell(question.apply(some)));
            } catch (RuntimeException e) { // an edge: the other conversations still want theirs
                LOG.warn("Read counts of {} conversations were not pushed", some.size(), e);
            }
        }
    }

    private void tell(List<PlacedCount> counts) {
        Map<Target, List<Receipt>> bySender = new LinkedHashMap<>();
        for (PlacedCount count : counts) {
            bySender.computeIfAbsent(new Target(count.sender(), count.conversationId()), target -> new ArrayList<>())
                    .add(count.receipt());
        }
        bySender.forEach((target, items) -> courier.deliver(
                to -> to.receipts(new ReceiptsChanged(target.sender(), target.conversationId(), items))));
    }

    private record Target(long sender, long conversationId) {}
}
