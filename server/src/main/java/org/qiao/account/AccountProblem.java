package org.qiao.account;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a login is refused. */
public enum AccountProblem implements ProblemCode {
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    /** The company does not talk to this customer any more. */
    GUEST_BLOCKED(Kind.FORBIDDEN),
    NO_COMPANY(Kind.FORBIDDEN),
    MEMBER_DISABLED(Kind.FORBIDDEN),
    /** One answer for an unknown login, a wrong password and a login nobody has claimed yet. */
    WRONG_LOGIN(Kind.UNAUTHENTICATED),
    /** The current password, asked again before a sensitive change, is wrong. */
    WRONG_PASSWORD(Kind.FORBIDDEN),
    TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
    FOREIGN_ORIGIN(Kind.FORBIDDEN),
    BAD_LOGIN(Kind.INVALID),
    /** A login must keep a phone number or an e-mail address. */
    LOGIN_REQUIRED(Kind.INVALID),
    LOGIN_TAKEN(Kind.CONFLICT),
    PASSWORD_REQUIRED(Kind.INVALID),
    PASSWORD_TOO_SHORT(Kind.INVALID),
    PASSWORD_TOO_LONG(Kind.INVALID),
    PASSWORD_IS_LOGIN(Kind.INVALID),
    PASSWORD_TOO_COMMON(Kind.INVALID),
    ALREADY_MEMBER(Kind.CONFLICT),
    /** The member has neither a phone number nor an e-mail address to sign in with. */
    NO_LOGIN(Kind.CONFLICT),
    TARGET_DISABLED(Kind.CONFLICT),
    LINK_USED(Kind.GONE),
    /** The person also belongs to another company, so this one's administrators may not change the password. */
    RESET_ELSEWHERE(Kind.CONFLICT),
    SETUP_DONE(Kind.CONFLICT),
    SETUP_CODE_WRONG(Kind.FORBIDDEN);

    private final Kind kind;

    AccountProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
