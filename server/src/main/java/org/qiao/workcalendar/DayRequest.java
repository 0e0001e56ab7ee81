package org.qiao.workcalendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Body of PUT /api/admin/calendar/days/{date}.
 *
 * @param name what the day is, empty for a work day without a name
 */
record DayRequest(
        @NotNull Boolean work, @NotNull @Size(max = 30) String name) {}
