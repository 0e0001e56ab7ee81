package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qiao.directory.Orgs;
import org.qiao.messaging.ReadStore.Count;
import org.qiao.messaging.ReadStore.Stretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Pushes read counts to those who sent the messages: one query and one push a second for each conversation at most. */
@Component
class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int MESSAGES = 100;
    private static final int KEPT = 100_000;

    private final ReadStore store;
    private final Orgs orgs;
    private final Courier courier;
    private final ConcurrentHashMap<Long, Changed> waiting = new ConcurrentHashMap<>();
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

    /** Somebody's mark reached {@code seq}. */
    void changed(long orgId, long conversationId, long seq) {
        if (waiting.size() < KEPT) { // beyond it the counts come with the next mark
            waiting.merge(
                    conversationId,
                    new Changed(orgId, seq),
                    (old, young) -> new Changed(orgId, Math.max(old.upTo(), young.upTo())));
        }
    }

    @Scheduled(fixedDelay = 250)
    void push() {
        for (Map.Entry<Long, Changed> entry : waiting.entrySet()) {
            long conversationId = entry.getKey();
            if (pushedLately.getIfPresent(conversationId) == null && waiting.remove(conversationId, entry.getValue())) {
                pushedLately.put(conversationId, true);
                try {
                    push(conversationId, entry.getValue());
                } catch (RuntimeException e) { // an edge: the other conversations still want theirs
                    LOG.warn("Read counts of a conversation were not pushed", e);
                }
            }
        }
    }

    private void push(long conversationId, Changed changed) {
        if (!orgs.settings(changed.orgId()).readReceipts()) {
            return;
        }
        Stretch stretch = new Stretch(Math.max(0, changed.upTo() - MESSAGES), changed.upTo(), MESSAGES, List.of());
        Map<Long, List<Receipt>> bySender = new HashMap<>();
        for (Count count : store.counts(changed.orgId(), conversationId, stretch)) {
            bySender.computeIfAbsent(count.sender(), sender -> new ArrayList<>())
                    .add(count.receipt());
        }
        bySender.forEach((sender, items) ->
                courier.deliver(to -> to.receipts(new ReceiptsChanged(sender, conversationId, items))));
    }

    private record Changed(long orgId, long upTo) {}
}
