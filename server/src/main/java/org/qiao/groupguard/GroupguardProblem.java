package org.qiao.groupguard;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why something about rules against spam is refused. */
enum GroupguardProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** To a customer who writes: a rule forbids it, see {@code trigger}. */
    REFUSED(Kind.FORBIDDEN),
    UNKNOWN_GROUP(Kind.INVALID),
    UNKNOWN_CUSTOMER(Kind.INVALID),
    BAD_NAME(Kind.INVALID),
    /** Nothing in it that could be hit. */
    EMPTY(Kind.INVALID),
    TOO_MANY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT);

    private final Kind kind;

    GroupguardProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
