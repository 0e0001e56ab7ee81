package org.qiao.grouptold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.qiao.account.Guest;
import org.qiao.grouptold.ToldQuiets.VisitGroupTelling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer is told of what is said in a group of his. */
@RestController
@RequestMapping("/api/visit/groups/{id}/telling")
class VisitGroupTellingController {

    private final ToldQuiets quiets;

    VisitGroupTellingController(ToldQuiets quiets) {
        this.quiets = quiets;
    }

    record GroupTellingRequest(@NotNull Boolean quiet) {}

    @GetMapping
    VisitGroupTelling get(Guest guest, @PathVariable long id) {
        return quiets.get(guest, id);
    }

    @PutMapping
    VisitGroupTelling set(Guest guest, @PathVariable long id, @Valid @RequestBody GroupTellingRequest body) {
        return quiets.set(guest, id, body.quiet());
    }
}
