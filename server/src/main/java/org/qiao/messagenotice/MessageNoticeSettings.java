package org.qiao.messagenotice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pace of telling people about messages.
 *
 * @param grace how long somebody with an open page has to read before other devices are told
 * @param gap between two pushes of one conversation to one person, unless he is named; longer in large groups
 * @param oldest older messages, as an import brings them, are not told
 * @param lateDigest a digest that is later than this, after the server was down, is left out
 */
@ConfigurationProperties("qiao.message-notice")
record MessageNoticeSettings(
        @DefaultValue("20s") Duration grace,
        @DefaultValue("10s") Duration gap,
        @DefaultValue("1h") Duration oldest,
        @DefaultValue("6h") Duration lateDigest) {

    private static final int MEMBERS_PER_GAP = 500;

    /** 10 s among a few, three and a half minutes among 10,000. */
    Duration gap(int members) {
        return gap.multipliedBy(1 + members / MEMBERS_PER_GAP);
    }
}
