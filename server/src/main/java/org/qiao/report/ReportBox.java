package org.qiao.report;

/** Lists of reports. */
enum ReportBox {
    /** Sent to me, or I was mentioned. */
    RECEIVED,
    SENT,
    /** Everything in the templates whose data I manage. */
    ALL
}
