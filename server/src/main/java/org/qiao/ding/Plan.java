package org.qiao.ding;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;

/**
 * One way of one step for one recipient, before it is taken.
 *
 * @param round 0 for the ladder, else the number of the reminder
 * @param targetId the stand-in; null for the person
 * @param refusal why it cannot be taken, to be written down; null when it can
 */
record Plan(
        Ding ding,
        Recipient recipient,
        int round,
        int step,
        Way way,
        Target target,
        @Nullable Long targetId,
        Instant notBefore,
        @Nullable String refusal) {

    /** The same for ever, so that the order that belongs to it can exist only once. */
    String key() {
        return "ding:%d:%d:%d:%d:%s:%s".formatted(ding.id(), recipient.id(), round, step, way, target);
    }

    /** A number for the order of payers: quotas are asked in one order. */
    Payer payer() {
        return new Payer(ding.orgId(), ding.senderId(), way);
    }

    record Payer(long orgId, long senderId, Way way) implements Comparable<Payer> {

        @Override
        public int compareTo(Payer other) {
            return Comparator.comparingLong(Payer::orgId)
                    .thenComparingLong(Payer::senderId)
                    .thenComparing(Payer::way)
                    .compare(this, other);
        }
    }
}
