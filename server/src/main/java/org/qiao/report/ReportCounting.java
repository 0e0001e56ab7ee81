package org.qiao.report;

import org.qiao.platform.Actor;
import org.qiao.report.ReportViews.ReportCounts;
import org.springframework.stereotype.Component;

/** The two numbers beside the menu: what is to be read, what is to be written. */
@Component
class ReportCounting {

    private static final int COUNTED = 100;

    private final ReportReaderStore readers;
    private final WritableReports writable;

    ReportCounting(ReportReaderStore readers, WritableReports writable) {
        this.readers = readers;
        this.writable = writable;
    }

    ReportCounts of(Actor actor) {
        return new ReportCounts(readers.unread(actor, COUNTED), writable.missing(actor));
    }
}
