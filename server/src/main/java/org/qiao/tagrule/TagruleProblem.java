package org.qiao.tagrule;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about rules that tag customers is refused. On the wire: "tagrule.bad_words". */
enum TagruleProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** Not one to {@code max} characters. */
    BAD_NAME(Kind.INVALID),
    /** None, or one that is too short or too long. */
    BAD_WORDS(Kind.INVALID),
    BAD_DAYS(Kind.INVALID),
    /** More than {@code max} rules. */
    TOO_MANY(Kind.CONFLICT),
    /** Somebody else has changed it meanwhile. */
    STALE(Kind.CONFLICT);

    private final Kind kind;

    TagruleProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
