package org.qiao.account;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a login is refused. */
public enum AccountProblem implements ProblemCode {
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    NO_COMPANY(Kind.FORBIDDEN),
    MEMBER_DISABLED(Kind.FORBIDDEN);

    private final Kind kind;

    AccountProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
