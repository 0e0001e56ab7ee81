package org.qiao.masssend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachedView;
import org.qiao.directory.Card;

/** What goes out. */
final class MassViews {

    private MassViews() {}

    /**
     * What a mass message would be.
     *
     * @param customers how many it is for; groups, when it is for groups
     * @param reached customers, also those in groups
     * @param people employees who would send it
     * @param optedOut of the customers want none
     * @param capped of them get no more at present
     * @param nickname of the one who sees the text like this; null: it is for nobody
     */
    record MassPreview(
            int customers,
            int reached,
            int people,
            int optedOut,
            int capped,
            @Nullable String nickname,
            String text) {

        @Override
        public String toString() {
            return "MassPreview of " + customers;
        }
    }

    /**
     * A mass message in lists.
     *
     * @param people employees who take part, of whom {@code unconfirmed} have done nothing yet
     * @param attached in its order
     * @param leftOut recipients who did not and will not get it
     * @param mine the part of the reader
     * @param mayManage he wrote it, or administers the company
     * @param toGroups its recipients are groups
     */
    record MassLine(
            long id,
            MassKind kind,
            MassState state,
            Card author,
            String text,
            List<AttachedView> attached,
            Instant createdAt,
            @Nullable Instant sendAt,
            @Nullable Instant deadline,
            int people,
            int unconfirmed,
            int total,
            int sent,
            int leftOut,
            @Nullable MassShareView mine,
            boolean mayManage,
            boolean toGroups) {

        @Override
        public String toString() {
            return "MassLine " + id;
        }
    }

    /** One employee's part. */
    record MassShareView(
            Card member,
            ShareState state,
            int total,
            int sent,
            int leftOut,
            @Nullable Instant confirmedAt) {}

    record MassCount(MassResult result, int count) {}

    /**
     * Everything about one; numbers are of all recipients for who may manage it, else of the reader's own.
     *
     * @param answered customers who answered within a day
     * @param recalled customers from whom it was taken back
     * @param recallUntil until then it can be taken back; null: it cannot
     */
    record MassView(
            MassLine line,
            List<MassCount> counts,
            int answered,
            int recalled,
            @Nullable Instant recallUntil) {}

    /**
     * @param customerId null: it is a group
     * @param at when it was sent, or clear that it is not
     */
    record MassRecipientView(
            long id,
            @Nullable Long customerId,
            @Nullable Long groupId,
            String name,
            Card member,
            MassResult result,
            @Nullable Instant at,
            @Nullable Instant answeredAt,
            @Nullable RecallResult recall) {

        @Override
        public String toString() {
            return "MassRecipientView " + id;
        }
    }

    /** @param way by which he said so; null: he has not */
    record MassOptOut(
            boolean optedOut,
            OptOutStore.@Nullable OptOutWay way,
            @Nullable Instant at) {}

    record VisitMassChoice(boolean optedOut) {}
}
