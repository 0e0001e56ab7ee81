package org.qiao.directory;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a company, a department, a member or a role is refused. */
public enum DirectoryProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    OUTSIDE_YOUR_DEPARTMENTS(Kind.FORBIDDEN),
    UNKNOWN_DEPARTMENT(Kind.INVALID),
    UNKNOWN_MEMBER(Kind.INVALID),
    BAD_PHONE(Kind.INVALID),
    BAD_EMAIL(Kind.INVALID),
    BAD_NAME(Kind.INVALID),
    BAD_ZONE(Kind.INVALID),
    SCOPE_MISSING(Kind.INVALID),
    NOT_A_PICTURE(Kind.INVALID),
    TOO_DEEP(Kind.CONFLICT),
    TOO_MANY_DEPARTMENTS(Kind.CONFLICT),
    TOO_MANY_ROLES(Kind.CONFLICT),
    DEPARTMENT_NOT_EMPTY(Kind.CONFLICT),
    INTO_OWN_SUBTREE(Kind.CONFLICT),
    ROOT_DEPARTMENT(Kind.CONFLICT),
    NAME_TAKEN(Kind.CONFLICT),
    NUMBER_TAKEN(Kind.CONFLICT),
    PHONE_TAKEN(Kind.CONFLICT),
    EMAIL_TAKEN(Kind.CONFLICT),
    ALREADY_MEMBER(Kind.CONFLICT),
    MEMBER_LEFT(Kind.CONFLICT),
    OWNER_MUST_TRANSFER(Kind.CONFLICT);

    private final Kind kind;

    DirectoryProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
