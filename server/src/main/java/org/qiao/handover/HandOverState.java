package org.qiao.handover;

/** How far a hand-over is. Only WAITING and DONE can still change. */
enum HandOverState {
    /** The customer may refuse. */
    WAITING,
    DONE,
    /** By the customer. */
    REFUSED,
    /** When it was to happen, the next one had no room. */
    TAKER_FULL,
    CANCELLED,
    UNDONE
}
