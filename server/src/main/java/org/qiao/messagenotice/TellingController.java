package org.qiao.messagenotice;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a member wants to be told, and what the company decides about it. */
@RestController
@RequestMapping("/api")
class TellingController {

    private final TellChoices choices;

    TellingController(TellChoices choices) {
        this.choices = choices;
    }

    /** Body of PUT /api/message-notices/quiet. */
    record QuietRequest(@Nullable Instant until) {}

    @GetMapping("/message-notices")
    TellChoices.TellingView get(Actor actor) {
        return choices.get(actor);
    }

    @PutMapping("/message-notices")
    TellChoices.TellingView change(Actor actor, @Valid @RequestBody TellSettings body) {
        return choices.change(actor, body);
    }

    @DeleteMapping("/message-notices")
    TellChoices.TellingView reset(Actor actor) {
        return choices.reset(actor);
    }

    @PutMapping("/message-notices/quiet")
    TellChoices.TellingView quiet(Actor actor, @Valid @RequestBody QuietRequest body) {
        return choices.quiet(actor, body.until());
    }

    @GetMapping("/admin/message-notices")
    CompanyTelling company(Actor actor) {
        return choices.getCompany(actor);
    }

    @PutMapping("/admin/message-notices")
    CompanyTelling changeCompany(Actor actor, @Valid @RequestBody CompanyTelling body) {
        return choices.changeCompany(actor, body);
    }
}
