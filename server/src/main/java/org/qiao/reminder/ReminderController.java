package org.qiao.reminder;

import jakarta.validation.Valid;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reminder-preferences")
class ReminderController {

    private final ReminderWishes wishes;

    ReminderController(ReminderWishes wishes) {
        this.wishes = wishes;
    }

    @GetMapping
    ReminderWishes.Wish get(Actor actor) {
        return wishes.get(actor);
    }

    @PutMapping
    ReminderWishes.Wish change(Actor actor, @Valid @RequestBody ReminderWishes.Wish body) {
        return wishes.change(actor, body);
    }
}
