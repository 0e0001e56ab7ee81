package org.qiao.noticesms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.FailReason;

/**
 * One receipt for a text of many parts: delivered when every part is, failed with the first that failed. The reference of such a
 * text is the id of its last part; so after a restart, when this memory is empty, the receipt of the last part still speaks for
 * the whole, and those of other parts name nothing and are dropped by whoever keeps the orders.
 *
 * <p>It also remembers which parts the provider took before a connection broke off, so that a repeat sends only the others.
 */
final class PartReceipts {

    private static final int MAX_TEXTS = 5_000;
    private static final int MAX_PARTS = 50_000;
    private static final Duration RESUMED = Duration.ofHours(6);
    private static final Duration WAITED_FOR = Duration.ofDays(3);
    private static final int MAX_EARLY = 1_000;

    /** What a provider says about one message. */
    record Receipt(String id, boolean delivered, @Nullable FailReason reason) {}

    /** @param last the youngest text that was on its way when it came; later ones cannot be meant */
    private record Early(Receipt receipt, long last) {}

    /** A text of many parts on its way. */
    final class Text {

        private final int total;
        private long turn;
        private final List<String> ids = new ArrayList<>();
        private final Set<String> delivered = new HashSet<>();
        private @Nullable FailReason failed;

        private Text(int total) {
            this.total = total;
        }

        int taken() {
            synchronized (PartReceipts.this) {
                return ids.size();
            }
        }

        /** The provider took the next part. */
        void take(String id) {
            synchronized (PartReceipts.this) {
                ids.add(id);
                if (total > 1) {
                    byPart.put(id, this);
                }
                Early overtook = early.remove(id);
                if (overtook != null) {
                    note(overtook.receipt());
                }
            }
        }

        private void note(Receipt receipt) {
            if (receipt.delivered()) {
                delivered.add(receipt.id());
            } else if (failed == null) {
                failed = receipt.reason();
            }
        }

        /** What is known of the whole; null as long as that is nothing. */
        private @Nullable Receipt whole() {
            if (ids.size() < total) {
                return null;
            }
            if (failed != null) {
                return new Receipt(ids.getLast(), false, failed);
            }
            return delivered.containsAll(ids) ? new Receipt(ids.getLast(), true, null) : null;
        }
    }

    private final Cache<Long, Text> unfinished = Caffeine.newBuilder()
            .maximumSize(MAX_TEXTS)
            .expireAfterWrite(RESUMED)
            .build();
    private final Cache<String, Text> byPart = Caffeine.newBuilder()
            .maximumSize(MAX_PARTS)
            .expireAfterWrite(WAITED_FOR)
            .build();

    /** Receipts that overtook the answer to the part they are for. */
    private final Map<String, Early> early = new LinkedHashMap<>();

    private final TreeSet<Long> open = new TreeSet<>();
    private long turns;

    /** Starts or resumes the text of an order; to be followed by {@link #end}. */
    synchronized Text begin(long orderId, int total) {
        if (total == 1) {
            return new Text(total); // its own receipt is all there is to know
        }
        Text text = unfinished.getIfPresent(orderId);
        if (text == null || text.total != total) {
            text = new Text(total);
            unfinished.put(orderId, text);
        }
        text.turn = ++turns;
        open.add(text.turn);
        return text;
    }

    /** Answers what was held back meanwhile and has to be told now. */
    synchronized List<Receipt> end(long orderId, Text text) {
        open.remove(text.turn);
        List<Receipt> due = new ArrayList<>();
        if (text.ids.size() == text.total) {
            unfinished.invalidate(orderId);
            Receipt whole = text.whole();
            if (whole != null) {
                due.add(whole);
            }
        }
        Iterator<Early> waiting = early.values().iterator();
        while (waiting.hasNext()) {
            Early overtook = waiting.next();
            if (open.isEmpty() || overtook.last() < open.first()) {
                due.add(overtook.receipt());
                waiting.remove();
            }
        }
        return due;
    }

    /** What is to be told now that this came, if anything. */
    synchronized List<Receipt> take(Receipt receipt) {
        Text text = byPart.getIfPresent(receipt.id());
        if (text != null) {
            text.note(receipt);
            Receipt whole = text.whole();
            return whole == null ? List.of() : List.of(whole);
        }
        if (!open.isEmpty() && early.size() < MAX_EARLY) {
            early.put(receipt.id(), new Early(receipt, turns));
            return List.of();
        }
        return List.of(receipt);
    }
}
