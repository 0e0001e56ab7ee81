package org.qiao.workcalendar;

import java.util.List;

/**
 * A stretch of days as members see it.
 *
 * @param notAnnounced years in it whose public holidays are not known yet
 */
record CalendarView(String zone, WorkHours hours, List<Day> days, List<Integer> notAnnounced) {}
