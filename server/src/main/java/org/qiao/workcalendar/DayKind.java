package org.qiao.workcalendar;

/** What a day is. */
public enum DayKind {
    /** An ordinary work day. */
    WORK(true),
    /** A free day of every week. */
    REST(false),
    /** A public holiday, or a day off of the company; it has a name. */
    HOLIDAY(false),
    /** Worked although it would be free: swapped for a holiday, or by the company's own choice. */
    SWAPPED_WORK(true);

    private final boolean work;

    DayKind(boolean work) {
        this.work = work;
    }

    public boolean isWork() {
        return work;
    }
}
