package org.qiao.visit;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a customer's request is refused. */
enum VisitProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOTICE_CHANGED(Kind.CONFLICT),
    TOO_MANY_OPENS(Kind.TOO_MANY),
    TOO_MANY_LOOKS(Kind.TOO_MANY),
    WORK_NEEDED(Kind.TOO_MANY),
    BLOCKED(Kind.FORBIDDEN),
    FULL(Kind.BUSY),
    BAD_NAME(Kind.INVALID),
    NO_ADDRESS(Kind.CONFLICT),
    BAD_ADDRESS(Kind.INVALID),
    CHANNEL_OFF(Kind.CONFLICT),
    TOO_MANY_CODES(Kind.TOO_MANY),
    WRONG_CODE(Kind.INVALID),
    CODE_OVER(Kind.GONE),
    BAD_HOST_TOKEN(Kind.INVALID),
    OTHER_PERSON(Kind.CONFLICT);

    private final Kind kind;

    VisitProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
