package org.qiao.followup;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about notes, tasks or replies is refused. On the wire: "followup.bad_due_time". */
public enum FollowupProblem implements ProblemCode {
    /** A note, task or reply that is not there for the actor. */
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** More than {@code max} of them. */
    TOO_MANY(Kind.CONFLICT),
    BAD_TITLE(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    UNKNOWN_MEMBER(Kind.INVALID),
    /** Unknown file, or another's. */
    UNKNOWN_FILE(Kind.INVALID),
    /** A due time in the past, or too far away. */
    BAD_DUE_TIME(Kind.INVALID);

    private final Kind kind;

    FollowupProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    static void requireRoom(long count, int max) {
        if (count > max) {
            throw TOO_MANY.problem("max", max);
        }
    }
}
