package org.qiao.workcalendar;

/** A company works on other days or hours than before: who computed moments from its calendar computes them again. */
public record WorkCalendarChanged(long orgId) {}
