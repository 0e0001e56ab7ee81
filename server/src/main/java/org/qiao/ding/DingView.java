package org.qiao.ding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder;
import org.qiao.directory.Card;
import org.qiao.file.FileView;

/**
 * A DING as one person sees it.
 *
 * @param text empty for recipients once it was recalled
 * @param origin what it is about; null when no other module sent it, and for recipients once it was recalled
 * @param mine what it asks of this person himself; null when it asks nothing
 * @param standIns those whom this person stands in for
 * @param counts for the sender only, as everything below it
 * @param remindableAt from when on the unconfirmed may be reminded
 */
record DingView(
        long id,
        @Nullable Card sender,
        String text,
        DingSource source,
        @Nullable DingOrigin origin,
        Instant createdAt,
        Instant sendAt,
        Instant expiresAt,
        @Nullable Instant recalledAt,
        @Nullable Long scheduleId,
        @Nullable FileView recording,
        @Nullable FileView attachment,
        int comments,
        @Nullable Share mine,
        List<Share> standIns,
        @Nullable Counts counts,
        @Nullable Ladder ladder,
        @Nullable String overrideReason,
        @Nullable Instant remindableAt) {

    DingView {
        standIns = List.copyOf(standIns);
    }

    enum As {
        RECIPIENT,
        STAND_IN
    }

    /**
     * One recipient's part.
     *
     * @param alertedAt null: quiet hours postpone it, do not ring
     */
    record Share(
            long recipientId,
            As as,
            @Nullable Card person,
            String personName,
            Recipient.State state,
            @Nullable Instant alertedAt,
            @Nullable Instant confirmedAt,
            Recipient.@Nullable ConfirmedWay confirmedWay) {}

    /**
     * How far it has come.
     *
     * @param total without the refused
     * @param closed left the company or were locked out before they confirmed
     */
    @Schema(name = "DingCounts")
    record Counts(
            int total, int waiting, int confirmed, int opened, int gaveUp, int recalled, int refused, int closed) {}
}
