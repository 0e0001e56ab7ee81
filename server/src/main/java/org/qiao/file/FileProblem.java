package org.qiao.file;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about a file is refused. */
public enum FileProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** The upload said no Content-Length, so its size could not be checked beforehand. */
    LENGTH_REQUIRED(Kind.LENGTH_REQUIRED),
    TOO_LARGE(Kind.TOO_LARGE),
    /** Fewer or more bytes arrived than were announced; nothing was kept. */
    INCOMPLETE(Kind.INVALID),
    QUOTA_USED_UP(Kind.TOO_LARGE),
    /** A customer has sent as many files today as one may. */
    GUEST_QUOTA_USED_UP(Kind.TOO_MANY),
    TOO_MANY_UPLOADS(Kind.TOO_MANY),
    DISK_FULL(Kind.NO_SPACE),
    TICKET_EXPIRED(Kind.GONE);

    private final Kind kind;

    FileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
