import { CalendarPage, calendarYear } from "@/features/admin-calendar/calendar-page";
import { useAdminSearch } from "@/ui/admin-address";
import { Allowed } from "./admin-shell";

/** Loaded by who opens it. */
export function WorkCalendar() {
  const { year } = useAdminSearch();
  return (
    <Allowed place="calendar">
      <CalendarPage year={calendarYear(year)} />
    </Allowed>
  );
}
