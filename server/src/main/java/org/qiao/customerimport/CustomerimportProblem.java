package org.qiao.customerimport;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why an import of customers is refused as a whole, or one of its rows when it is written. */
enum CustomerimportProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** No column for the name, or none that anybody could be told apart by. */
    NO_HEADER(Kind.INVALID),
    NO_ROWS(Kind.INVALID),
    /** More than {@code max}. */
    TOO_MANY_ROWS(Kind.INVALID),
    UNKNOWN_MEMBER(Kind.INVALID),
    /** It was started, or called off, before. */
    NOT_CHECKED(Kind.CONFLICT),
    /** No row that could be written. */
    NOTHING_TO_DO(Kind.CONFLICT),
    ALREADY_RUNNING(Kind.CONFLICT),
    BUSY(Kind.BUSY),
    /** Of a row: whom it gives him to is gone, or may have no customers any more. */
    MEMBER_GONE(Kind.CONFLICT),
    /** Of a row: the server could not write it. */
    FAULT(Kind.CONFLICT);

    private final Kind kind;

    CustomerimportProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
