package org.qiao.masssend;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.masssend.MassRequests.MassOptOutRequest;
import org.qiao.masssend.MassViews.VisitMassChoice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For customers: whether they want mass messages. */
@RestController
@RequestMapping("/api/visit/mass-messages")
class VisitMassController {

    private final OptOuts optOuts;

    VisitMassController(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    @GetMapping
    VisitMassChoice get(Guest guest) {
        return optOuts.choice(guest);
    }

    @PutMapping
    VisitMassChoice set(Guest guest, @Valid @RequestBody MassOptOutRequest body) {
        optOuts.set(guest, body.optedOut());
        return optOuts.choice(guest);
    }
}
