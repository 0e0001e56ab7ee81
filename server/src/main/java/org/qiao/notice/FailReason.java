package org.qiao.notice;

/** Why an order failed; each has a text in both languages. */
public enum FailReason {
    /** The company has no carrier for this channel, or it is switched off. */
    NO_CHANNEL,
    /** The member has no such address, no subscription. */
    NO_ADDRESS,
    /** The number or address is not valid or does not exist. */
    INVALID_ADDRESS,
    /** The provider or the recipient refused it. */
    REFUSED,
    /** No way to the recipient: switched off, unreachable, no route. */
    NO_ROUTE,
    /** The telephone rang and nobody answered. */
    NO_ANSWER,
    /** The line was busy or the call was rejected. */
    BUSY,
    /** The provider says that it did not arrive. */
    NOT_DELIVERED,
    /** The carrier did not work, as often as it was tried. */
    GAVE_UP,
    /** Its time was over before it could be sent. */
    TOO_LATE
}
