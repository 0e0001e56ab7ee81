package org.qiao.notice;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about notices is refused. On the wire: "notice.bad_settings". */
public enum NoticeProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    /** Parameter {@code field}: which setting, by its JSON name. */
    BAD_SETTINGS(Kind.INVALID),
    /** Parameter {@code field}: what of the browser's subscription cannot be used. */
    BAD_SUBSCRIPTION(Kind.INVALID),
    /** Parameter {@code field}: a secret that has to be entered again, since it would go to another place or less safely. */
    SECRET_AGAIN(Kind.INVALID),
    /** Parameter {@code field}: names a machine that the operator does not let settings name. */
    ADDRESS_REFUSED(Kind.INVALID),
    /** There is no SMS gateway whose settings say how to read what it posts. */
    NO_CALLBACK(Kind.CONFLICT),
    /** A channel is to be tested or used that has no carrier. */
    NO_CHANNEL(Kind.CONFLICT),
    /** Only a failed order can be sent again. */
    NOT_FAILED(Kind.CONFLICT),
    /** The text of an order was emptied a month after its end: there is nothing left to send. */
    CONTENT_GONE(Kind.GONE);

    private final Kind kind;

    NoticeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
