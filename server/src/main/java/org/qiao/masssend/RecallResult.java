package org.qiao.masssend;

/** Whether a customer sees it no more. */
enum RecallResult {
    DONE,
    TOO_LATE,
    /** Whoever sent it serves the customer no more. */
    FAILED
}
