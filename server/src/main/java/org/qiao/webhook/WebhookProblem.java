package org.qiao.webhook;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about webhooks is refused. On the wire: "webhook.not_found". */
public enum WebhookProblem implements ProblemCode {
    NOT_FOUND(Kind.NOT_FOUND),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NAME_TAKEN(Kind.CONFLICT),
    /** Parameter {@code max}. */
    TOO_MANY(Kind.CONFLICT),
    /** Not http or https, without a machine, or with a password in it. */
    BAD_ADDRESS(Kind.INVALID),
    /** Names a machine that the operator does not let settings name, or an intranet that is not said to be meant. */
    ADDRESS_REFUSED(Kind.INVALID),
    /** It is under way or waits already. */
    NOT_ENDED(Kind.CONFLICT),
    /** What was sent is kept for a month. */
    CONTENT_GONE(Kind.GONE),
    /** The endpoint is switched off. */
    SWITCHED_OFF(Kind.CONFLICT);

    private final Kind kind;

    WebhookProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
