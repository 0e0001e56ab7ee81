/// When a company works: work days, public holidays with their swapped work days, own days off, working hours. Owns
/// every table `workcalendar_*`. docs/decisions/0011 explains it.
///
/// - Others ask {@link WorkCalendars} for a company's {@link WorkCalendar}, which is pure and immutable, and listen to
///   {@link WorkCalendarChanged}.
/// - `CalendarDesk` is the administrators' side. Public holidays are data: `ShippedYears` reads those that come with
/// the
///   program, a company imports newer ones.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "directory"})
package org.qiao.workcalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
