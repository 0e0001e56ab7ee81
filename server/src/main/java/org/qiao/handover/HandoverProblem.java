package org.qiao.handover;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about hand-overs is refused. */
enum HandoverProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    SAME_PERSON(Kind.INVALID),
    CLOSED(Kind.CONFLICT),
    IN_PROCESS(Kind.CONFLICT),
    TOO_OFTEN(Kind.CONFLICT),
    ALREADY_THEIRS(Kind.CONFLICT),
    TAKER_NOT_ABLE(Kind.CONFLICT),
    TAKER_FULL(Kind.CONFLICT),
    TOO_LATE(Kind.CONFLICT),
    NOT_WAITING(Kind.CONFLICT),
    NOT_UNDOABLE(Kind.CONFLICT),
    UNDO_OVER(Kind.CONFLICT),
    RUNNING(Kind.CONFLICT);

    private final Kind kind;

    HandoverProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
