package org.qiao.masssend;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mass message.
 *
 * @param target JSON of whom the author asked for
 * @param total recipients
 * @param sendAt not before; null: at once
 * @param deadline until then employees confirm; null for a personal one
 * @param told how often employees were told of it
 * @param reminded reminders by hand on {@code remindedOn}
 * @param recallDueAt the next portion to be taken back; null: none
 * @param recallReached the last recipient that was looked at for it
 * @param toGroups its recipients are groups, not single customers
 */
record Mass(
        long id,
        long orgId,
        MassKind kind,
        long authorId,
        MassContent content,
        String target,
        int total,
        @Nullable Instant sendAt,
        @Nullable Instant deadline,
        @Nullable Instant closedAt,
        int told,
        @Nullable LocalDate remindedOn,
        int reminded,
        Instant createdAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant recallAt,
        @Nullable Instant recallDueAt,
        long recallReached,
        boolean toGroups) {

    boolean isOver() {
        return cancelledAt != null || recallAt != null;
    }

    /** How far it is, by what its parts say. */
    MassState state(Sums sums, Instant now) {
        if (recallAt != null) {
            return recallDueAt == null ? MassState.RECALLED : MassState.RECALLING;
        }
        if (cancelledAt != null) {
            return MassState.CANCELLED;
        }
        if (sums.waiting() + sums.confirmed() == 0) {
            return MassState.DONE;
        }
        Instant from = sendAt;
        boolean due = from == null || !now.isBefore(from);
        return due && sums.confirmed() > 0 ? MassState.SENDING : MassState.WAITING;
    }

    /**
     * Its parts together.
     *
     * @param people employees who take part
     * @param waiting of them have not confirmed
     * @param confirmed of them are not done
     */
    record Sums(int people, int waiting, int confirmed, int sent, int leftOut) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0);
    }

    @Override
    public String toString() {
        return "Mass " + id;
    }
}
