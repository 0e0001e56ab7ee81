package org.qiao.reporttemplate;

/** How often there is a report. */
public enum ReportCycle {
    /** Whenever somebody has something to report, any number of times. */
    NONE,
    DAY,
    /** From Monday to Sunday. */
    WEEK,
    MONTH
}
