package org.qiao.messaging;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why something about a conversation is refused. */
public enum MessagingProblem implements ProblemCode {
    /** No such conversation, or the actor is no member of it (any more). */
    NOT_FOUND(Kind.NOT_FOUND),
    ENTRY_NOT_FOUND(Kind.NOT_FOUND),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND),
    KEY_CONFLICT(Kind.CONFLICT),
    DISSOLVED(Kind.CONFLICT),
    /** The other side of a direct conversation is disabled or has left the company. */
    PEER_UNAVAILABLE(Kind.CONFLICT),
    /** Only the app speaks in this conversation. */
    READ_ONLY(Kind.FORBIDDEN),
    NOT_A_GROUP(Kind.CONFLICT),
    /** Something internal is not shown where customers read. */
    CUSTOMERS_READ(Kind.FORBIDDEN),
    /** A customer is never without somebody who serves him. */
    LAST_OF_STAFF(Kind.CONFLICT),
    GROUP_FULL(Kind.CONFLICT),
    RECALL_TOO_LATE(Kind.CONFLICT),
    NOT_THE_SENDER(Kind.FORBIDDEN),
    ADMINS_ONLY(Kind.FORBIDDEN),
    OWNER_ONLY(Kind.FORBIDDEN),
    MENTION_ALL_ADMINS_ONLY(Kind.FORBIDDEN),
    GROUPS_NOT_ALLOWED(Kind.FORBIDDEN),
    RECEIPTS_OFF(Kind.FORBIDDEN),
    BAD_KEY(Kind.INVALID),
    BAD_TEXT(Kind.INVALID),
    TEXT_EMPTY(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID),
    TOO_MANY_MENTIONS(Kind.INVALID),
    BODY_INCOMPLETE(Kind.INVALID),
    NOT_A_PICTURE(Kind.INVALID),
    TOO_FAST(Kind.TOO_MANY);

    private final Kind kind;

    MessagingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
