package org.qiao.handover;

/** Why a customer goes to somebody else. */
enum HandOverKind {
    /** The customer is asked first. */
    ON_JOB,
    /** Whoever served has left, or is locked out: at once, the customer is told. */
    LEFT
}
