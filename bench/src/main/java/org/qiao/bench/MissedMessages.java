package org.qiao.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * What a device that was away must get: every entry of its conversations after what it has, once, in order, without a hole. Knows
 * nothing of how they come.
 */
final class MissedMessages {

    private final Map<Long, Seat> seats = new HashMap<>();
    private final Ledger ledger;
    private final Violations violations;
    private long missing;

    MissedMessages(Iterable<Seat> some, Ledger ledger, Violations violations) {
        this.ledger = ledger;
        this.violations = violations;
        for (Seat seat : some) {
            seats.put(seat.conversation.id, seat);
            missing += seat.conversation.acked - seat.last;
        }
    }

    /**
     * Takes the entries that follow without a hole.
     *
     * @return true when entries before these are missing and have to be pulled
     */
    boolean takeLast(SyncedPage.Moved moved) {
        Seat seat = seats.get(moved.id);
        if (seat == null) {
            return false;
        }
        if (moved.size > 0 && moved.seqs[0] > seat.last + 1) {
            return true;
        }
        for (int i = 0; i < moved.size; i++) {
            take(seat, moved.seqs[i], moved.messages[i]);
        }
        return seat.last < moved.head;
    }

    /** @return true when there is more to pull */
    boolean takePulled(long conversation, PulledPage page) {
        Seat seat = seats.get(conversation);
        if (seat == null) {
            return false;
        }
        long before = seat.last;
        for (int i = 0; i < page.size(); i++) {
            take(seat, page.seq(i), page.message(i));
        }
        if (seat.last == before && seat.last < page.head()) {
            violations.add("a pull of conversation " + conversation + " after " + before + " brought nothing");
            return false;
        }
        return seat.last < page.head();
    }

    private void take(Seat seat, long seq, long message) {
        if (seq <= seat.last) {
            return; // pages overlap
        }
        if (seq > seat.last + 1) {
            violations.add(
                    "a page of conversation " + seat.conversation.id + " jumps from " + seat.last + " to " + seq);
        }
        seat.last = seq;
        ledger.arrived(seat, message, seq);
        missing--;
    }

    long after(long conversation) {
        Seat seat = seats.get(conversation);
        return seat == null ? 0 : seat.last;
    }

    boolean isComplete() {
        return missing == 0;
    }

    long missing() {
        return missing;
    }
}
