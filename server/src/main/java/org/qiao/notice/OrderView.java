package org.qiao.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order as administrators see it: what became of it, never what it says.
 *
 * @param key names the step of whoever ordered it, as "ding:17:93:2:SMS"
 * @param memberId the recipient; null for somebody without an account
 * @param address its end, or what an e-mail address begins with; null when it was never looked up or is emptied
 * @param carrier the kind that carried it last
 * @param answered the recipient has answered by this way
 * @param retryable failed, and its text is still there
 */
record OrderView(
        long id,
        String key,
        Channel channel,
        @Nullable Long memberId,
        @Nullable String address,
        NoticeState state,
        @Nullable FailReason reason,
        @Nullable CarrierKind carrier,
        int attempts,
        int units,
        int costFen,
        boolean answered,
        boolean retryable,
        Instant dueAt,
        Instant createdAt,
        Instant movedAt) {

    private static final int SHOWN = 4;
    private static final int SHORT = 8;

    /** "•••8000", "z•••@qiao.cn"; of anything shorter nothing. */
    static @Nullable String mask(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return null;
        }
        int at = address.indexOf('@');
        if (at > 0) {
            return address.substring(0, 1) + "•••" + address.substring(at);
        }
        return address.length() < SHORT ? "•••" : "•••" + address.substring(address.length() - SHOWN);
    }

    /**
     * What one channel did on one day of the company's zone.
     *
     * @param units pieces of SMS, minutes of calls, e-mails
     */
    record NoticeUsage(
            LocalDate day, Channel channel, long sent, long delivered, long failed, long units, long costFen) {}
}
