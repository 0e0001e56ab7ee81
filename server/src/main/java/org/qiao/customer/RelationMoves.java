package org.qiao.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How many customers employees won and lost, for modules that count. */
@Service
public class RelationMoves {

    private final RelationMoveStore store;

    RelationMoves(RelationMoveStore store) {
        this.store = store;
    }

    /**
     * Of one employee.
     *
     * @param opened new ones, without those that were taken over
     * @param taken over from colleagues
     * @param endedByCustomer blocking is the company's doing and counts nowhere
     */
    public record MoveCounts(int opened, int taken, int endedByCustomer, int endedByMember) {

        public static final MoveCounts NONE = new MoveCounts(0, 0, 0, 0);
    }

    /** From one moment until before another; who moved nobody is left out. */
    public Map<Long, MoveCounts> of(long orgId, Collection<Long> members, Instant from, Instant until) {
        return members.isEmpty() ? Map.of() : store.of(orgId, members, from, until);
    }
}
