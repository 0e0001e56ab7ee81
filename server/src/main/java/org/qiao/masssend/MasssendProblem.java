package org.qiao.masssend;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about mass messages is refused. */
enum MasssendProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** Somebody in the range is not led by the author. */
    NOT_YOUR_PEOPLE(Kind.FORBIDDEN),
    SWITCHED_OFF(Kind.FORBIDDEN),
    EMPTY(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    BAD_TIME(Kind.INVALID),
    BAD_RANGE(Kind.INVALID),
    /** A group has no name by which it is addressed. */
    NO_NICKNAME(Kind.INVALID),
    UNKNOWN_GROUP(Kind.INVALID),
    UNKNOWN_CUSTOMER(Kind.INVALID),
    NOBODY(Kind.CONFLICT),
    TOO_MANY(Kind.CONFLICT),
    /** Of the author that are not over. */
    TOO_MANY_OPEN(Kind.CONFLICT),
    TOO_MANY_TODAY(Kind.CONFLICT),
    /** Meanwhile others are meant than the author looked at. */
    COUNT_CHANGED(Kind.CONFLICT),
    KEY_CONFLICT(Kind.CONFLICT),
    NOT_WAITING(Kind.CONFLICT),
    OVER(Kind.CONFLICT),
    REMINDED_OFTEN(Kind.CONFLICT),
    RECALL_OVER(Kind.CONFLICT);

    private final Kind kind;

    MasssendProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
