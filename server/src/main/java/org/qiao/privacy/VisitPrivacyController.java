package org.qiao.privacy;

import org.qiao.account.Guest;
import org.qiao.file.Ticket;
import org.qiao.privacy.PrivacyViews.VisitPrivacy;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For customers: each about himself. */
@RestController
@RequestMapping("/api/visit/privacy")
class VisitPrivacyController {

    private final CustomerPrivacy privacy;
    private final Erasures erasures;
    private final PersonExports exports;

    VisitPrivacyController(CustomerPrivacy privacy, Erasures erasures, PersonExports exports) {
        this.privacy = privacy;
        this.erasures = erasures;
        this.exports = exports;
    }

    @GetMapping
    VisitPrivacy get(Guest guest) {
        return privacy.view(guest);
    }

    @PostMapping("/withdrawal")
    VisitPrivacy withdraw(Guest guest) {
        privacy.withdraw(guest);
        return privacy.view(guest);
    }

    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VisitPrivacy export(Guest guest) {
        privacy.requireProof(guest);
        exports.ask(guest);
        return privacy.view(guest);
    }

    @PostMapping("/exports/{id}/ticket")
    Ticket ticket(Guest guest, @PathVariable long id) {
        return exports.ticket(guest, id);
    }

    @PostMapping("/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VisitPrivacy erase(Guest guest) {
        privacy.requireProof(guest);
        erasures.ask(guest);
        return privacy.view(guest);
    }

    @DeleteMapping("/erasure")
    VisitPrivacy cancel(Guest guest) {
        erasures.cancel(guest);
        return privacy.view(guest);
    }
}
