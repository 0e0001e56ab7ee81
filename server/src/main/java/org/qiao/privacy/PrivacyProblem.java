package org.qiao.privacy;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about privacy is refused. */
enum PrivacyProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** He has an address and must prove first that it is still he who asks. */
    PROOF_REQUIRED(Kind.FORBIDDEN),
    TOO_MANY_EXPORTS(Kind.TOO_MANY),
    EXPORT_NOT_READY(Kind.CONFLICT),
    EXPORT_GONE(Kind.GONE),
    ERASURE_NOT_WAITING(Kind.CONFLICT),
    ALREADY_ERASED(Kind.CONFLICT),
    REGISTER_FULL(Kind.CONFLICT);

    private final Kind kind;

    PrivacyProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
