package org.qiao.moment;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about moments is refused. */
enum MomentProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    BAD_CONTENT(Kind.INVALID),
    BAD_LINK(Kind.INVALID),
    BAD_FILE(Kind.INVALID),
    BAD_TIME(Kind.INVALID),
    BAD_SENDERS(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    /** No customer would see it. */
    NOBODY(Kind.CONFLICT),
    TOO_MANY_TODAY(Kind.CONFLICT),
    WITHDRAWN(Kind.CONFLICT),
    TASK_OVER(Kind.CONFLICT),
    REMINDED_ENOUGH(Kind.TOO_MANY),
    /** The author serves the customer no more: what was shown can be read, nothing can be added. */
    CLOSED(Kind.CONFLICT),
    TOO_FAST(Kind.TOO_MANY),
    TOO_MANY_COMMENTS(Kind.CONFLICT);

    private final Kind kind;

    MomentProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
