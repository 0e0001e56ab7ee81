package org.qiao.groupcode;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why something about a code of groups is refused. */
enum GroupcodeProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** To a customer: the code was ended, or its time is over. */
    OVER(Kind.GONE),
    /** To a customer: all groups are full, and no next one is opened. */
    FULL(Kind.CONFLICT),
    UNKNOWN_GROUP(Kind.INVALID),
    BAD_NAME(Kind.INVALID),
    BAD_END(Kind.INVALID),
    TOO_MANY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT);

    private final Kind kind;

    GroupcodeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
