package org.qiao.contactway;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about codes is refused. */
enum ContactwayProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_YOUR_PEOPLE(Kind.FORBIDDEN),
    UNKNOWN_PEOPLE(Kind.INVALID),
    BAD_SLOT(Kind.INVALID),
    BAD_END(Kind.INVALID),
    TOO_MANY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    ALREADY_TAKEN(Kind.CONFLICT),
    NOT_ABLE(Kind.CONFLICT);

    private final Kind kind;

    ContactwayProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
