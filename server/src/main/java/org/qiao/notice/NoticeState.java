package org.qiao.notice;

/** Where an order stands. The last three are final, except that an administrator may send a failed one again. */
public enum NoticeState {
    QUEUED,
    SENDING,
    /** The provider has it; what became of it is not known yet, and for some channels never will be. */
    SENT,
    DELIVERED,
    FAILED,
    CANCELLED
}
