package org.qiao.onboarding;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why somebody does not get in. */
public enum OnboardingProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    BAD_NAME(Kind.INVALID),
    /** A newcomer needs a login and a password. */
    LOGIN_REQUIRED(Kind.INVALID),
    /** Expired, used up or withdrawn. */
    INVITATION_GONE(Kind.GONE),
    TOO_MANY_INVITATIONS(Kind.CONFLICT),
    /** The list of people who wait is full; somebody has to decide first. */
    TOO_MANY_WAITING(Kind.CONFLICT),
    ALREADY_DECIDED(Kind.CONFLICT),
    TOO_MANY_COMPANIES(Kind.CONFLICT),
    /** The operator lets nobody found further companies. */
    COMPANIES_CLOSED(Kind.FORBIDDEN);

    private final Kind kind;

    OnboardingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
