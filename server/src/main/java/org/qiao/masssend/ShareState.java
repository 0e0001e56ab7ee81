package org.qiao.masssend;

/** How far one employee's part of a mass message is. */
enum ShareState {
    WAITING,
    CONFIRMED,
    DONE,
    /** The deadline has passed. */
    EXPIRED,
    CANCELLED
}
