package org.qiao.approval;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about an approval is refused. On the wire: "approval.not_found". What the engine refuses has codes of its own. */
public enum ApprovalProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** The template was published anew since the form was opened. Parameter {@code version}: the one to use. */
    TEMPLATE_CHANGED(Kind.CONFLICT),
    /** The template does not let the applicant take back what he sent. */
    NOT_REVOCABLE(Kind.FORBIDDEN),
    /** Only what was agreed can be undone, once. */
    NOT_UNDOABLE(Kind.CONFLICT),
    /** Parameter {@code retryAfterSeconds}. */
    TOO_SOON(Kind.TOO_MANY),
    NOBODY_TO_URGE(Kind.CONFLICT),
    UNKNOWN_MEMBER(Kind.INVALID),
    /** The period is over, too long, or crosses another one of the same person. */
    BAD_PERIOD(Kind.INVALID),
    /** The template lets this person say nothing. */
    NO_COMMENTS(Kind.FORBIDDEN),
    /** Parameter {@code max}. */
    TOO_MANY_COMMENTS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_READERS(Kind.CONFLICT);

    private final Kind kind;

    ApprovalProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
