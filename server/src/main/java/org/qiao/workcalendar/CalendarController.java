package org.qiao.workcalendar;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class CalendarController {

    private final CalendarDesk desk;

    CalendarController(CalendarDesk desk) {
        this.desk = desk;
    }

    /** @param to the last day */
    @GetMapping("/calendar")
    CalendarView show(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return desk.show(actor, from, to);
    }

    @GetMapping("/admin/calendar")
    CalendarAdminView get(Actor actor) {
        return desk.get(actor);
    }

    @PutMapping("/admin/calendar")
    CalendarAdminView change(Actor actor, @Valid @RequestBody CalendarSettings body) {
        return desk.change(actor, body);
    }

    @PutMapping("/admin/calendar/days/{date}")
    Day setDay(Actor actor, @PathVariable LocalDate date, @Valid @RequestBody DayRequest body) {
        return desk.setDay(actor, date, body);
    }

    @DeleteMapping("/admin/calendar/days/{date}")
    Day clearDay(Actor actor, @PathVariable LocalDate date) {
        return desk.clearDay(actor, date);
    }

    /** The body is a file of holiday-cn as it is published. */
    @PostMapping("/admin/calendar/years")
    CalendarAdminView importYear(Actor actor, @Valid @RequestBody HolidayYear body) {
        return desk.importYear(actor, body);
    }

    @DeleteMapping("/admin/calendar/years/{year}")
    CalendarAdminView forgetYear(Actor actor, @PathVariable int year) {
        return desk.forgetYear(actor, year);
    }
}
