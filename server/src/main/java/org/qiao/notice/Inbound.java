package org.qiao.notice;

import org.jspecify.annotations.Nullable;

/**
 * What networks tell later; any thread, also before the reference of a parcel just sent is written down: whoever keeps orders
 * must hold a receipt for a reference it does not know yet for a while. Returns when it is safe; what it throws makes the
 * network tell it again.
 */
public interface Inbound {

    /** A receipt for what was Sent under this reference; repeats are harmless. */
    void receipt(long orgId, CarrierKind kind, String reference, boolean delivered, @Nullable FailReason reason);

    /**
     * Somebody wrote back.
     *
     * @param from telephone number, +86… form
     */
    void reply(long orgId, CarrierKind kind, String from, String text);
}
