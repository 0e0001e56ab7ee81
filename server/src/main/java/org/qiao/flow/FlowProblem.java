package org.qiao.flow;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a command is refused. On the wire: "flow.not_your_turn". */
public enum FlowProblem implements ProblemCode {
    /** There is no such task, node or frame in the instance. */
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_YOUR_TURN(Kind.FORBIDDEN),
    /** Parameters {@code how} (a {@link FlowState.TaskStatus}) and, when a person did it, {@code by}. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Parameter {@code status}. */
    ALREADY_ENDED(Kind.CONFLICT),
    /** Submitted already, or not returned. */
    NOT_NOW(Kind.CONFLICT),
    /** The node, or the kind of node, does not allow the action. */
    NOT_ALLOWED_HERE(Kind.CONFLICT),
    CANNOT_RETURN_THERE(Kind.CONFLICT),
    /** Somebody has gone on already. */
    CANNOT_TAKE_BACK(Kind.CONFLICT),
    REASON_REQUIRED(Kind.INVALID),
    /** Parameter {@code person}. */
    UNKNOWN_PERSON(Kind.INVALID),
    /** Parameter {@code person}: has an open or queued task of the node. */
    ALREADY_ASKED(Kind.CONFLICT),
    NOT_THE_APPLICANT(Kind.INVALID),
    NOT_YOURSELF(Kind.INVALID),
    NOBODY_NAMED(Kind.INVALID),
    /** Parameter {@code node}: the applicant must choose people there. */
    CHOICE_REQUIRED(Kind.INVALID),
    /** Parameter {@code node}: too many, or not from the range. */
    BAD_CHOICE(Kind.INVALID),
    /** More rounds, signers or transfers than any instance needs. */
    TOO_LONG(Kind.CONFLICT);

    private final Kind kind;

    FlowProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
