package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.platform.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitation links of a company, and their QR codes. */
@RestController
@RequestMapping("/api/invitations")
class InvitationController {

    private final Invitations invitations;
    private final Clients clients;

    InvitationController(Invitations invitations, Clients clients) {
        this.invitations = invitations;
        this.clients = clients;
    }

    @GetMapping
    Page<InvitationView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return invitations.list(actor, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView create(Actor actor, @Valid @RequestBody InvitationRequest body) {
        return invitations.create(actor, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable long id) {
        invitations.revoke(actor, id);
    }

    @GetMapping(path = "/{id}/qr.svg", produces = "image/svg+xml")
    String qr(Actor actor, @PathVariable long id, HttpServletRequest request) {
        return QrCode.svg(clients.base(request) + invitations.get(actor, id).path());
    }
}
