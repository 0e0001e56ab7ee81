package org.qiao.ding;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Way;

/**
 * One person or telephone number of a DING, as it is stored.
 *
 * @param name of somebody without an account; else empty
 * @param ways by which the rules let the sender reach this recipient
 * @param step the next one
 * @param baseAt where the ladder's minutes are counted from
 * @param dueAt when the next step is taken, or given up
 * @param alertedAt when the first step was taken
 */
record Recipient(
        long id,
        long orgId,
        long dingId,
        @Nullable Long principalId,
        @Nullable String phone,
        String name,
        Locale locale,
        Set<Way> ways,
        State state,
        @Nullable String reason,
        int step,
        Instant baseAt,
        @Nullable Instant dueAt,
        @Nullable Instant alertedAt,
        @Nullable Instant openedAt,
        @Nullable Confirmed confirmed) {

    enum State {
        WAITING,
        CONFIRMED,
        GAVE_UP,
        RECALLED,
        /** A rule: never reached. */
        REFUSED,
        /** Left the company or was locked out before a confirmation. */
        CLOSED
    }

    enum ConfirmedWay {
        APP,
        LINK,
        SMS,
        VOICE,
        STAND_IN
    }

    /** @param by null for somebody without an account */
    record Confirmed(Instant at, ConfirmedWay way, @Nullable Long by) {}

    Recipient {
        ways = Set.copyOf(ways);
    }

    boolean isOutsider() {
        return principalId == null;
    }

    boolean waits() {
        return state == State.WAITING;
    }
}
