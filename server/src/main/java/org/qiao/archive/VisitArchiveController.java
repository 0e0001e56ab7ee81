package org.qiao.archive;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.archive.ArchiveViews.VisitArchiveAnswer;
import org.qiao.archive.Consents.VisitArchive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For customers. */
@RestController
@RequestMapping("/api/visit/archive")
class VisitArchiveController {

    private final Consents consents;

    VisitArchiveController(Consents consents) {
        this.consents = consents;
    }

    @GetMapping
    VisitArchive get(Guest guest) {
        return consents.get(guest);
    }

    @PutMapping
    VisitArchive answer(Guest guest, @Valid @RequestBody VisitArchiveAnswer body) {
        return consents.answer(guest, body.agree(), body.version());
    }
}
