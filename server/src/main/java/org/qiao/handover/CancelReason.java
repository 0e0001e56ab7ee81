package org.qiao.handover;

/** Why a hand-over did not happen. */
enum CancelReason {
    BY_HAND,
    /** One side, or a merge, ended the relation meanwhile. */
    RELATION_CLOSED,
    /** The next one has left, or may have no customers any more. */
    TAKER_GONE,
    /** Whoever served has left meanwhile, and somebody else was chosen. */
    REPLACED
}
