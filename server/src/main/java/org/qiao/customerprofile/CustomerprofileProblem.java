package org.qiao.customerprofile;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about customers' profiles is refused. On the wire: "customerprofile.name_taken". */
public enum CustomerprofileProblem implements ProblemCode {
    /** A tag, group or segment that is not there for the actor. */
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** Not one to {@code max} characters. */
    BAD_NAME(Kind.INVALID),
    NAME_TAKEN(Kind.CONFLICT),
    /** More than {@code max} of them. */
    TOO_MANY(Kind.CONFLICT),
    UNKNOWN_TAG(Kind.INVALID),
    /** No stages, one twice, or none to begin with. */
    BAD_STAGES(Kind.INVALID),
    UNKNOWN_STAGE(Kind.INVALID),
    /** Customers stand in a stage that was left out. */
    STAGE_IN_USE(Kind.CONFLICT),
    /** A customer is lost for a reason. */
    REASON_NEEDED(Kind.INVALID),
    /** A field of a sort that customers do not have, or more than {@code max}. */
    BAD_ATTRIBUTES(Kind.INVALID),
    /** Somebody else has changed it meanwhile. */
    STALE(Kind.CONFLICT),
    BAD_FILTER(Kind.INVALID);

    private final Kind kind;

    CustomerprofileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
