package org.qiao.material;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about the library is refused. On the wire: "material.bad_title". */
public enum MaterialProblem implements ProblemCode {
    /** Not there for the actor: unknown, foreign, a colleague's own, or taken away. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** What belongs to the company is kept by administrators. */
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** More than {@code max} of them. */
    TOO_MANY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** There is something in it. */
    FOLDER_IN_USE(Kind.CONFLICT),
    /** Empty or longer than {@code max}. */
    BAD_TITLE(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    BAD_LINK(Kind.INVALID),
    /** None, an unknown one, somebody else's, or no picture where there has to be one. */
    BAD_FILE(Kind.INVALID),
    UNKNOWN_FOLDER(Kind.INVALID),
    /** A text is put into what is being written, and not sent from here. */
    NOT_SENT_LIKE_THIS(Kind.INVALID);

    private final Kind kind;

    MaterialProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    static void requireRoom(long count, int max) {
        if (count > max) {
            throw TOO_MANY.problem("max", max);
        }
    }
}
