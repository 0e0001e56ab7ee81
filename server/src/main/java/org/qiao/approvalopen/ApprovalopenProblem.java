package org.qiao.approvalopen;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why another system is refused. On the wire: "approvalopen.not_found". */
public enum ApprovalopenProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** Nothing waits for this answer any more: another one came first, or the time is over. */
    TOO_LATE(Kind.GONE),
    /** Exactly one of number and key says what is looked for. */
    BAD_QUESTION(Kind.INVALID);

    private final Kind kind;

    ApprovalopenProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
