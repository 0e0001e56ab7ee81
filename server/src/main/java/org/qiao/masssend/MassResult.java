package org.qiao.masssend;

/** What became of one recipient. */
enum MassResult {
    PENDING,
    /** Under way in this moment; after a crash it is sent again under the same key. */
    SENDING,
    SENT,
    /** He got as many as he may get in this month, or on this day. */
    CAPPED,
    OPTED_OUT,
    /** He is not the employee's customer any more, or the employee has gone. */
    NO_RELATION,
    BLOCKED,
    DESELECTED,
    /** The employee did nothing until the deadline. */
    NOT_CONFIRMED,
    CANCELLED,
    FAILED,
    /** A rule for what is said to customers forbids it: the words have become others since it was written. */
    FORBIDDEN
}
