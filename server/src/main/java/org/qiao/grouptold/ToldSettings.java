package org.qiao.grouptold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pace of telling customers about their groups.
 *
 * @param gather how long ordinary talk is gathered before it is told
 * @param pause between two notices of ordinary talk in one group
 * @param mentionWait how long a customer with an open page has to read there who mentioned him
 * @param mentionPause between a notice and one of a mention in the same group
 * @param mailWait how long a page may be closed before a mention goes by e-mail
 * @param mailPause between two e-mails about one group
 * @param oldest older messages are not told: they wait for the next visit
 */
@ConfigurationProperties("qiao.group-told")
record ToldSettings(
        @DefaultValue("10m") Duration gather,
        @DefaultValue("4h") Duration pause,
        @DefaultValue("20s") Duration mentionWait,
        @DefaultValue("10s") Duration mentionPause,
        @DefaultValue("60s") Duration mailWait,
        @DefaultValue("30m") Duration mailPause,
        @DefaultValue("1d") Duration oldest) {}
