package org.qiao.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds and pace of the message log.
 *
 * @param lanes into how many parts the conversations are divided; a change of members holds up its own part only
 * @param writers batches in flight at the same time, one database connection each; 0 takes one for every two processors
 * @param batch drafts in one append at most
 * @param queue drafts waiting in one lane at most; beyond it senders are told to come back
 * @param gather how long a lane waits for company once traffic is dense; a lone sender never waits
 * @param retry how long an append is repeated while the database is away, before senders are told to come back
 * @param perSecond messages of one member each second, in the long run
 * @param burst messages of one member at once
 * @param guestPerMinute messages of one customer each minute, in the long run
 * @param guestBurst messages of one customer at once
 * @param readFlush between two stored read marks of one member in one conversation
 * @param receiptPush between two pushes of read counts of one conversation
 * @param sweepAfter age of a batch that a crash left behind before it is fanned out again
 * @param memberCache principal ids kept in memory, over all conversations
 */
@ConfigurationProperties("qiao.messaging")
record MessagingSettings(
        @DefaultValue("16") int lanes,
        @DefaultValue("0") int writers,
        @DefaultValue("512") int batch,
        @DefaultValue("8192") int queue,
        @DefaultValue("1ms") Duration gather,
        @DefaultValue("10s") Duration retry,
        @DefaultValue("10") int perSecond,
        @DefaultValue("30") int burst,
        @DefaultValue("30") int guestPerMinute,
        @DefaultValue("10") int guestBurst,
        @DefaultValue("2s") Duration readFlush,
        @DefaultValue("1s") Duration receiptPush,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("5000000") int memberCache) {

    /** Fewer and larger batches are cheaper; more writers only help where processors would wait. */
    int writersOrDefault() {
        return writers > 0 ? writers : Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, WRITERS_MAX);
    }

    private static final int WRITERS_MAX = 6;
}
