package org.qiao.handover;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.handover.GuestHandOvers.VisitHandOvers;
import org.qiao.handover.HandOverRequests.HistoryRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For customers. */
@RestController
@RequestMapping("/api/visit/handovers")
class VisitHandOverController {

    private final GuestHandOvers handOvers;

    VisitHandOverController(GuestHandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @GetMapping
    VisitHandOvers list(Guest guest) {
        return handOvers.list(guest);
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Guest guest, @PathVariable long id) {
        handOvers.refuse(guest, id);
    }

    @PutMapping("/{id}/history")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setHistory(Guest guest, @PathVariable long id, @Valid @RequestBody HistoryRequest body) {
        handOvers.setHistory(guest, id, body.agree());
    }
}
