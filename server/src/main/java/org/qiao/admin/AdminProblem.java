package org.qiao.admin;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why the page "System" is refused. */
public enum AdminProblem implements ProblemCode {
    /** Not an administrator of the company that runs this server. */
    NOT_OPERATOR(Kind.FORBIDDEN);

    private final Kind kind;

    AdminProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
