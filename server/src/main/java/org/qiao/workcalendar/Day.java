package org.qiao.workcalendar;

import java.time.LocalDate;

/**
 * One day of a company.
 *
 * @param name of the holiday, empty for none
 * @param own the company decided about this day itself
 * @param announced false: the public holidays of this year are not known yet, so the day follows its weekday only
 */
public record Day(LocalDate date, DayKind kind, String name, boolean own, boolean announced) {}
