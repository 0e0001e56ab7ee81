package org.qiao.noticesms;

import java.time.Duration;
import org.qiao.platform.Limits;

/**
 * How patient the carrier is with an SMPP provider.
 *
 * @param connect for the connection and its encryption
 * @param answer for each request
 * @param idle without a word for so long, and the provider is asked whether he is still there
 * @param start parts of a parcel are begun for so long
 * @param firstPause before the first attempt to connect again; doubles
 * @param longestPause between attempts
 * @param throttled when the provider says that it is too fast for him
 */
record SmppTimes(
        Duration connect,
        Duration answer,
        Duration idle,
        Duration start,
        Duration firstPause,
        Duration longestPause,
        Duration throttled) {

    static final SmppTimes STANDARD = new SmppTimes(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));

    /** Parts are begun until {@link #start}; the last one may wait for a connection and for its answer. */
    Duration patience() {
        return start.plus(answer).plus(connect);
    }

    Duration pause(int failures) {
        return Limits.pause(failures, firstPause, longestPause);
    }
}
