package org.qiao.masssend;

/** How far a mass message is. */
enum MassState {
    /** For its time, or for employees. */
    WAITING,
    SENDING,
    DONE,
    CANCELLED,
    RECALLING,
    RECALLED
}
