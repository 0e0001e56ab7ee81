package org.qiao.contactway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who came and has nobody yet.
 *
 * @param memberId who has to accept; null: whoever can
 * @param relationId once somebody has taken him
 */
public record Wait(
        long id,
        long orgId,
        long wayId,
        long customerId,
        @Nullable Long memberId,
        Status status,
        String state,
        @Nullable Long relationId,
        Instant since) {

    /** What became of it. */
    public enum Status {
        WAITING,
        TAKEN,
        REFUSED
    }

    /** Why he waits. */
    public enum Reason {
        ACCEPTANCE,
        UNASSIGNED
    }

    public Reason reason() {
        return memberId == null ? Reason.UNASSIGNED : Reason.ACCEPTANCE;
    }
}
