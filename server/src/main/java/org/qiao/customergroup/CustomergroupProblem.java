package org.qiao.customergroup;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why something about a group with customers is refused. */
public enum CustomergroupProblem implements ProblemCode {
    /** No such group, or the actor has nothing to do with it. */
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** The actor may have no customers. */
    NOT_IN_RANGE(Kind.FORBIDDEN),
    NAME_LOCKED(Kind.FORBIDDEN),
    NOT_YOUR_CUSTOMER(Kind.FORBIDDEN),
    /** The customer comes into no group of the company. */
    BLOCKED(Kind.FORBIDDEN),
    UNKNOWN_PEOPLE(Kind.INVALID),
    BAD_TITLE(Kind.INVALID),
    BAD_SPAN(Kind.INVALID),
    FULL(Kind.CONFLICT),
    TOO_MANY_GROUPS(Kind.CONFLICT),
    LAST_OF_STAFF(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The group is made this moment. */
    NOT_READY(Kind.CONFLICT),
    /** To a customer who writes: not before {@code until}. */
    MUTED(Kind.FORBIDDEN),
    ALL_MUTED(Kind.FORBIDDEN);

    private final Kind kind;

    CustomergroupProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
