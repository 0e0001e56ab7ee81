package org.qiao.visit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits against floods of invented customers.
 *
 * @param opensPerAddress new chats of one network address and day, across companies; more where many people share one
 * @param workAfter new chats of that address and day after which the browser has to work for another
 * @param looksPerMinute pages of codes that one address looks up
 * @param codesPerAddress codes for proving an address that one network address asks for in a day
 * @param mailPause how long after an answer by e-mail until the next one
 * @param mailWait how long a page may be closed before an answer goes by e-mail
 * @param pushWait how long a customer with an open page has to read an answer there before his devices tell it
 * @param pushPause between two pushes of one thread
 */
@ConfigurationProperties("qiao.visit")
record VisitSettings(
        @DefaultValue("20") int opensPerAddress,
        @DefaultValue("3") int workAfter,
        @DefaultValue("60") int looksPerMinute,
        @DefaultValue("20") int codesPerAddress,
        @DefaultValue("30m") Duration mailPause,
        @DefaultValue("60s") Duration mailWait,
        @DefaultValue("20s") Duration pushWait,
        @DefaultValue("10s") Duration pushPause) {}
