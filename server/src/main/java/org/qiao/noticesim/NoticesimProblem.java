package org.qiao.noticesim;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about the simulated network is refused. On the wire: "noticesim.call_over". */
enum NoticesimProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    BAD_NUMBER(Kind.INVALID),
    /** The call is over, or not answered yet. */
    CALL_OVER(Kind.CONFLICT),
    /** A real SMS and a real voice carrier are in place: there is nothing to simulate. */
    REAL_CARRIERS(Kind.CONFLICT);

    private final Kind kind;

    NoticesimProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
