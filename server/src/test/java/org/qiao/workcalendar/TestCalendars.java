package org.qiao.workcalendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Calendars for tests of other modules. */
public final class TestCalendars {

    private TestCalendars() {}

    /** Of a company in Shanghai that has decided nothing itself. */
    public static WorkCalendar china() {
        return new WorkCalendar(
                ZoneId.of("Asia/Shanghai"),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                WorkHours.STANDARD,
                ShippedYears.read(JsonMapper.shared()),
                Map.of());
    }
}
