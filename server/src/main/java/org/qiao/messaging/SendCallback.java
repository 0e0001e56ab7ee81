package org.qiao.messaging;

import org.qiao.platform.Problem;

/** Called exactly once for each draft, on a thread of the appender: must not block. */
public interface SendCallback {

    /** After the commit; also for a repeated key, with the first answer. */
    void stored(Ack ack);

    /** Nothing was stored, except with {@code platform.busy}: then the outcome is unknown and the same key may be sent again. */
    void refused(Problem problem);
}
