package org.qiao.dingrule;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about the rules of DINGs is refused. On the wire: "dingrule.bad_ladder". */
public enum DingruleProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** The first step must be at once and to the person, the others in the order of their minutes. */
    BAD_LADDER(Kind.INVALID),
    BAD_QUIET_HOURS(Kind.INVALID),
    /** Not a present colleague, oneself, or an empty stretch of days. */
    BAD_DEPUTY(Kind.INVALID),
    /** A department, role or member that is none. */
    UNKNOWN_SELECTION(Kind.INVALID),
    OVERRIDE_NOT_ALLOWED(Kind.FORBIDDEN),
    /** Parameter {@code max}. */
    TOO_MANY_PROTECTED(Kind.CONFLICT);

    private final Kind kind;

    DingruleProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
