package org.qiao.voice;

import java.time.Duration;

/**
 * The timers of RFC 3261 17, in nanoseconds.
 *
 * @param t1 an estimate of the way there and back
 * @param t2 the longest pause between two sendings of anything but an INVITE
 * @param reliable a transport that loses nothing: nothing is sent twice
 */
record SipTimers(long t1, long t2, boolean reliable) {

    private static final int TRANSACTION = 64;
    private static final int FAREWELL = 8;

    static SipTimers of(Duration t1, Duration t2, boolean reliable) {
        return new SipTimers(t1.toNanos(), t2.toNanos(), reliable);
    }

    SipTimers reliable(boolean now) {
        return new SipTimers(t1, t2, now);
    }

    /** Timers B and F: nobody is there. */
    long transaction() {
        return TRANSACTION * t1;
    }

    /** A BYE is given less: what the call has brought is known, and somebody waits for it. */
    long farewell() {
        return FAREWELL * t1;
    }
}
