package org.qiao.archive;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about archived chats is refused. */
enum ArchiveProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    TOO_MANY_AUDITORS(Kind.CONFLICT),
    NOTICE_CHANGED(Kind.CONFLICT),
    NOT_ASKED(Kind.CONFLICT);

    private final Kind kind;

    ArchiveProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
