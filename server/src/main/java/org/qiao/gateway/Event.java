package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One numbered event, encoded once with its frame header: every socket gets a duplicate of the same bytes. The maker owns one
 * reference and releases it after handing the event to the sessions; each replay ring holds one more.
 *
 * @param conversation what it is about
 * @param head the conversation's last seq as far as this event tells, 0 when it tells nothing
 * @param personal the personal change's kind; such an event may not be replaced by "behind"
 * @param audience for how many people it was made; at least 1
 */
record Event(long conversation, long head, @Nullable String personal, int audience, ByteBuf frame) {

    /** A ring's own line for it. */
    private static final int LINE_BYTES = 48;

    /** The part of the memory that one ring answers for: the bytes are there once for all. */
    int share() {
        return LINE_BYTES + bytes() / audience;
    }

    int bytes() {
        return frame.readableBytes();
    }

    boolean replaces(Event older) {
        return conversation == older.conversation && personal != null && personal.equals(older.personal);
    }
}
