package org.qiao.directoryimport;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a spreadsheet is refused as a whole. Also the reasons of a failed import. */
enum ImportProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    TOO_LARGE(Kind.TOO_LARGE),
    EMPTY_FILE(Kind.INVALID),
    UNREADABLE_FILE(Kind.INVALID),
    OLD_EXCEL_OR_PROTECTED(Kind.INVALID),
    UNKNOWN_ENCODING(Kind.INVALID),
    SUSPICIOUS_ARCHIVE(Kind.INVALID),
    NO_HEADER(Kind.INVALID),
    NO_ROWS(Kind.INVALID),
    TOO_MANY_ROWS(Kind.INVALID),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    INTERRUPTED(Kind.CONFLICT),
    NOT_CHECKED(Kind.CONFLICT),
    HAS_BAD_ROWS(Kind.CONFLICT),
    ALREADY_RUNNING(Kind.CONFLICT),
    BUSY(Kind.BUSY);

    private final Kind kind;

    ImportProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
