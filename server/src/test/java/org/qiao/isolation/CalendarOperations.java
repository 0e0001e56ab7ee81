package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Operations.row;

import java.util.List;

/** The operations of the work calendar and of reminders. */
final class CalendarOperations {

    private static final String SETTINGS =
            "{\"base\":\"WEEKDAYS\",\"weekdays\":[\"SUNDAY\"],\"hours\":{\"from\":\"01:00\",\"until\":\"02:00\"}}";
    private static final String YEAR =
            "{\"year\":2031,\"papers\":[],\"days\":[{\"name\":\"x\",\"date\":\"2031-01-02\",\"isOffDay\":true}]}";

    private CalendarOperations() {}

    static List<Operation> all() {
        String day = "/api/admin/calendar/days/2026-12-04";
        return List.of(
                row("GET /api/calendar", MEMBER, "/api/calendar?from=2026-12-01&to=2026-12-31", null),
                row("GET /api/admin/calendar", ADMIN),
                row("PUT /api/admin/calendar", ADMIN, SETTINGS),
                row("PUT /api/admin/calendar/days/{date}", ADMIN, day, "{\"work\":true,\"name\":\"\"}"),
                row("DELETE /api/admin/calendar/days/{date}", ADMIN, day, null),
                row("POST /api/admin/calendar/years", ADMIN, YEAR),
                row("DELETE /api/admin/calendar/years/{year}", ADMIN, "/api/admin/calendar/years/2031", null),
                row("GET /api/reminder-preferences", MEMBER),
                row("PUT /api/reminder-preferences", MEMBER, "{\"push\":true,\"email\":true}"));
    }
}
