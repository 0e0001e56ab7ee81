package org.qiao.customercare;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customercare.CareRule.Step;
import org.qiao.directory.Card;

/** What leaves this module, and what comes in. */
final class CareViews {

    private CareViews() {}

    /**
     * A customer who waits.
     *
     * @param helper a colleague who was asked in
     * @param workMinutes so long in the hours of whoever is to answer
     * @param step what has happened
     */
    record CareWaitView(
            long conversationId,
            CustomerCard customer,
            Card server,
            @Nullable Card helper,
            Instant since,
            long workMinutes,
            int messages,
            Step step,
            boolean mine) {}

    /**
     * @param waiting customers who wait for the actor
     * @param late of them those of whom he was reminded
     */
    record CareWaitCount(int waiting, int late) {}

    record CareScopes(List<CareScope> scopes) {}

    /** Why no answer is needed. */
    enum SettleReason {
        /** The talk had come to its end. */
        ENDED,
        /** Answered on the telephone, or in person. */
        ELSEWHERE,
        /** Nothing that is answered: advertising, a mistake. */
        UNWANTED
    }

    record SettleRequest(@NotNull SettleReason reason) {}

    record CareRecountRequest(@NotNull LocalDate day) {}

    /** A day that is being counted again. */
    record CareRecountView(LocalDate day, Instant askedAt) {}

    /** @param scope whose numbers were taken */
    record CareExportView(long id, Card by, CareScope scope, LocalDate from, LocalDate until, int lines, Instant at) {}
}
