package org.qiao.platform;

/** Refusals that any endpoint can give. */
public enum PlatformProblem implements ProblemCode {
    INVALID(Kind.INVALID),
    UNREADABLE(Kind.INVALID),
    BAD_CURSOR(Kind.INVALID),
    NOT_FOUND(Kind.NOT_FOUND),
    FORBIDDEN(Kind.FORBIDDEN),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    TOO_LARGE(Kind.TOO_LARGE),
    TOO_MANY(Kind.TOO_MANY),
    UNSUPPORTED_TYPE(Kind.UNSUPPORTED),
    METHOD_NOT_ALLOWED(Kind.NOT_ALLOWED),
    BUSY(Kind.BUSY),
    FAULT(Kind.FAULT);

    private final Kind kind;

    PlatformProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
