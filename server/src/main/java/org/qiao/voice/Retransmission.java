package org.qiao.voice;

/** One request that is sent again, in growing pauses, until it is answered or its time is over. Times are those of the call. */
final class Retransmission {

    private final SipRequest request;
    private final SipTimers timers;
    private final long end;
    private long pause;
    private long next;
    private boolean heard;

    Retransmission(SipRequest request, SipTimers timers, long now, long patience) {
        this.request = request;
        this.timers = timers;
        this.end = now + patience;
        this.pause = timers.t1();
        this.next = timers.reliable() ? Long.MAX_VALUE : now + pause;
    }

    SipRequest request() {
        return request;
    }

    /** A provisional response to an INVITE: the other side has it and will say more in its own time. */
    void heard() {
        heard = true;
    }

    boolean isOver(long now) {
        return !heard && now >= end;
    }

    /** Whether it is to be sent again now; a yes moves the next time. */
    boolean isDue(long now) {
        if (heard || now < next) {
            return false;
        }
        pause = request.method().equals("INVITE") ? 2 * pause : Math.min(2 * pause, timers.t2());
        next = now + pause;
        return true;
    }

    long deadline() {
        return heard ? Long.MAX_VALUE : Math.min(next, end);
    }
}
