package org.qiao.messagenotice;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about being told of messages is refused. On the wire: "messagenotice.bad_hours". */
public enum MessagenoticeProblem implements ProblemCode {
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** No beginning before the end, or a zone that is none. */
    BAD_HOURS(Kind.INVALID),
    /** Only full and half hours. */
    BAD_DIGEST_TIME(Kind.INVALID),
    /** In the past, or more than {@code days} ahead. */
    BAD_QUIET_UNTIL(Kind.INVALID);

    private final Kind kind;

    MessagenoticeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
