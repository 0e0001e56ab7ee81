package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every message of the run, by number: when it was meant to be sent, where, which seq it got and who still waits for it. In chunks of
 * plain arrays, because there are millions.
 */
final class Ledger {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private final List<Chunk> chunks = new ArrayList<>();
    private final Violations violations;
    private long next;

    private static final class Chunk {
        final long[] meant = new long[CHUNK];
        final long[] seq = new long[CHUNK];
        final int[] missing = new int[CHUNK];
        final boolean[] acked = new boolean[CHUNK];
        final @Nullable Seat[] sender = new Seat[CHUNK];
    }

    Ledger(Violations violations) {
        this.violations = violations;
    }

    /** A new message, not sent yet. */
    long add(Seat sender, long meantNanos) {
        long message = next++;
        if (message >> BITS >= chunks.size()) {
            chunks.add(new Chunk());
        }
        Chunk chunk = chunk(message);
        int at = at(message);
        chunk.meant[at] = meantNanos;
        chunk.sender[at] = sender;
        chunk.missing[at] = sender.conversation.seats.size() - 1;
        return message;
    }

    long size() {
        return next;
    }

    long meant(long message) {
        return chunk(message).meant[at(message)];
    }

    Seat sender(long message) {
        return Objects.requireNonNull(chunk(message).sender[at(message)]);
    }

    boolean isAcked(long message) {
        return chunk(message).acked[at(message)];
    }

    boolean isKnown(long message) {
        return message >= 0 && message < next;
    }

    /** False when it was acknowledged before. */
    boolean acked(long message, long conversation, long seq) {
        if (!isKnown(message)) {
            violations.add("an acknowledgement of nothing that was sent: " + message);
            return false;
        }
        Seat sender = sender(message);
        if (sender.conversation.id != conversation) {
            violations.add("message " + message + " was acknowledged in conversation " + conversation);
        }
        settle(message, seq);
        Chunk chunk = chunk(message);
        if (chunk.acked[at(message)]) {
            violations.add("message " + message + " was acknowledged twice");
            return false;
        }
        chunk.acked[at(message)] = true;
        sender.conversation.acked = Math.max(sender.conversation.acked, seq);
        return true;
    }

    /**
     * A listening member has it now.
     *
     * @return how many others still wait; -1 when it is the sender's own copy or nothing of this run
     */
    int arrived(Seat seat, long message, long seq) {
        if (!isKnown(message)) {
            return -1;
        }
        Seat sender = sender(message);
        if (sender.conversation != seat.conversation) {
            violations.add("message " + message + " arrived in conversation " + seat.conversation.id);
        }
        settle(message, seq);
        if (sender == seat) {
            return -1;
        }
        return --chunk(message).missing[at(message)];
    }

    /** A message has one seq, whoever says it. */
    private void settle(long message, long seq) {
        Chunk chunk = chunk(message);
        int at = at(message);
        if (chunk.seq[at] == 0) {
            chunk.seq[at] = seq;
        } else if (chunk.seq[at] != seq) {
            violations.add("message " + message + " has seq " + chunk.seq[at] + " and seq " + seq);
        }
    }

    private Chunk chunk(long message) {
        return chunks.get((int) (message >> BITS));
    }

    private static int at(long message) {
        return (int) (message & (CHUNK - 1));
    }
}
