package org.qiao.customercare;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about waiting customers or their numbers is refused. */
enum CustomercareProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NOT_WAITING(Kind.CONFLICT),
    UNKNOWN_PERSON(Kind.INVALID),
    UNKNOWN_WAY(Kind.INVALID),
    BAD_SPAN(Kind.INVALID),
    NOT_OVER(Kind.CONFLICT);

    private final Kind kind;

    CustomercareProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
