package org.qiao.directory;

import jakarta.validation.Valid;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/org")
class OrgController {

    private final Orgs orgs;

    OrgController(Orgs orgs) {
        this.orgs = orgs;
    }

    @GetMapping
    OrgView get(Actor actor) {
        return orgs.get(actor);
    }

    @PutMapping
    OrgView update(Actor actor, @Valid @RequestBody OrgRequest body) {
        return orgs.update(actor, body);
    }

    @PutMapping("/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(Actor actor, @Valid @RequestBody OrgRequest.Owner body) {
        orgs.transfer(actor, body.memberId());
    }
}
