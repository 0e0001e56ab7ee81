package org.qiao.customer;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about customers is refused. */
public enum CustomerProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NOT_IN_RANGE(Kind.FORBIDDEN),
    MEMBER_FULL(Kind.CONFLICT),
    COMPANY_FULL(Kind.CONFLICT),
    BLOCKED(Kind.FORBIDDEN),
    CLOSED(Kind.CONFLICT),
    NOT_BLOCKED(Kind.CONFLICT),
    BAD_NAME(Kind.INVALID),
    BAD_PHONE(Kind.INVALID),
    UNKNOWN_MEMBER(Kind.INVALID),
    NOT_MERGEABLE(Kind.CONFLICT),
    MERGE_OVER(Kind.CONFLICT),
    NOTICE_CHANGED(Kind.CONFLICT),
    ERASED(Kind.CONFLICT);

    private final Kind kind;

    CustomerProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
