package org.qiao.ding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder;

/**
 * A DING as it is stored.
 *
 * @param origin what it is about, when another module sent it
 * @param linkBase what links begin with; empty: they are left out
 * @param rounds how often the unconfirmed were reminded
 */
record Ding(
        long id,
        long orgId,
        long senderId,
        String text,
        @Nullable Long recordingId,
        @Nullable Long attachmentId,
        DingSource source,
        @Nullable DingOrigin origin,
        Ladder ladder,
        @Nullable String overrideReason,
        String linkBase,
        @Nullable Long scheduleId,
        int rounds,
        @Nullable Instant remindedAt,
        Instant sendAt,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant recalledAt) {

    Ding withId(long newId) {
        return new Ding(
                newId,
                orgId,
                senderId,
                text,
                recordingId,
                attachmentId,
                source,
                origin,
                ladder,
                overrideReason,
                linkBase,
                scheduleId,
                rounds,
                remindedAt,
                sendAt,
                expiresAt,
                createdAt,
                recalledAt);
    }

    boolean breaksQuiet() {
        return overrideReason != null;
    }

    boolean isRecalled() {
        return recalledAt != null;
    }

    Ladder ladderOf(Recipient recipient) {
        return recipient.isOutsider() ? ladder.outside() : ladder;
    }
}
