package org.qiao.approval;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about an approval is refused. On the wire: "approval.not_found". What the engine refuses has codes of its own. */
public enum ApprovalProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** The template may not be started by this member, or no longer. */
    NOT_STARTABLE(Kind.FORBIDDEN),
    /** The template was published anew since the form was opened. Parameter {@code version}: the one to use. */
    TEMPLATE_CHANGED(Kind.CONFLICT),
    /** Somebody else acted first. Parameter {@code version}. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
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
    /** Parameter {@code max}. */
    TOO_MANY_COMMENTS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY_READERS(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_LARGE_EXPORT(Kind.INVALID);

    private final Kind kind;

    ApprovalProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
