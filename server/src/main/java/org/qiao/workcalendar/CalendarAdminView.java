package org.qiao.workcalendar;

import java.time.DayOfWeek;
import java.util.List;
import org.qiao.workcalendar.CalendarSettings.Base;

/**
 * What administrators decide.
 *
 * @param years those that are announced, and this and the next one in any case, in order
 */
record CalendarAdminView(Base base, List<DayOfWeek> weekdays, WorkHours hours, String zone, List<YearView> years) {

    /**
     * @param papers addresses of the announcements
     * @param workDays by everything that is known now, the company's own days included
     */
    record YearView(int year, Source source, List<String> papers, int workDays) {}

    enum Source {
        /** Came with the program. */
        SHIPPED,
        /** The company imported it. */
        IMPORTED,
        NOT_ANNOUNCED
    }
}
