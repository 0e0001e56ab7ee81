package org.qiao.apikey;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a program or who makes keys is refused. On the wire: "apikey.unknown_key". */
public enum ApikeyProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NAME_TAKEN(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY(Kind.CONFLICT),
    /** No key, one we never made, or one that was revoked. */
    UNKNOWN_KEY(Kind.UNAUTHENTICATED),
    /** Parameter {@code scope}: what the key lacks. */
    MISSING_SCOPE(Kind.FORBIDDEN),
    /** The header Qiao-Member does not say in whose name. */
    MEMBER_REQUIRED(Kind.INVALID),
    /** Not a present member of the company, or not the one the key is bound to. */
    UNKNOWN_MEMBER(Kind.INVALID);

    private final Kind kind;

    ApikeyProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
