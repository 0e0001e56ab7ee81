package org.qiao.customerguard;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about rules for what is said to customers is refused, and why a message is. */
enum CustomerguardProblem implements ProblemCode {
    /** Of a message: a rule of the company forbids what is in it. */
    FORBIDDEN_WORDS(Kind.FORBIDDEN),
    /** Of what is written for many, with the words in question: whoever writes can change it. */
    FORBIDDEN_DRAFT(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NOTHING_TO_FIND(Kind.INVALID),
    BAD_WORD(Kind.INVALID),
    TOO_MANY_RULES(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT);

    private final Kind kind;

    CustomerguardProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
