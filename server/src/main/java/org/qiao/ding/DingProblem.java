package org.qiao.ding;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a DING is refused. On the wire: "ding.no_recipients". */
public enum DingProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NO_RECIPIENTS(Kind.INVALID),
    /** Parameter {@code max}. */
    TOO_MANY_RECIPIENTS(Kind.INVALID),
    /** Parameters {@code max} (an hour) and {@code retryAfterSeconds}. */
    TOO_MANY_DINGS(Kind.TOO_MANY),
    TEXT_REQUIRED(Kind.INVALID),
    BAD_LADDER(Kind.INVALID),
    /** Not a minute in the next 366 days, or no occasion left. */
    BAD_TIME(Kind.INVALID),
    /** Parameter {@code index}: which of the numbers. */
    BAD_PHONE(Kind.INVALID),
    /** The recording is no sound. */
    NOT_SOUND(Kind.INVALID),
    UNKNOWN_MEMBER(Kind.INVALID),
    UNKNOWN_DEPARTMENT(Kind.INVALID),
    UNKNOWN_ROLE(Kind.INVALID),
    /** The rules of the company let the sender reach none of them. */
    EVERYBODY_REFUSED(Kind.FORBIDDEN),
    /** Parameters {@code way} and {@code left}. */
    QUOTA_USED(Kind.CONFLICT),
    RECALLED(Kind.CONFLICT),
    EXPIRED(Kind.GONE),
    /** Parameter {@code retryAfterSeconds}. */
    TOO_SOON(Kind.TOO_MANY),
    NOBODY_WAITS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_SCHEDULES(Kind.CONFLICT);

    private final Kind kind;

    DingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
