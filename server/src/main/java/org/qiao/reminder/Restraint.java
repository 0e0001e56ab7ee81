package org.qiao.reminder;

/** When a reminder that is due has to wait. */
public enum Restraint {
    /** Never: event and text are on time. For time limits that decide something. */
    NONE,
    /**
     * Nobody is disturbed in his quiet hours (his own, else the company's, as for DINGs): the event is on time, the text waits for
     * each recipient until his quiet ends.
     */
    QUIET_HOURS,
    /** Outside of the company's working time the whole reminder, event and text, waits until work begins; then as QUIET_HOURS. */
    WORK_TIME
}
