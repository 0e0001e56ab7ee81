package org.qiao.ding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.file.Ticket;
import org.qiao.messaging.Ack;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sending, receiving, confirming, commenting. */
@RestController
@RequestMapping("/api")
class DingController {

    private final Dings dings;
    private final Inbox inbox;
    private final Confirmations confirmations;
    private final Estimates estimates;
    private final Comments comments;
    private final Clients clients;
    private final Sharing sharing;

    DingController(
            Dings dings,
            Inbox inbox,
            Confirmations confirmations,
            Estimates estimates,
            Comments comments,
            Clients clients,
            Sharing sharing) {
        this.dings = dings;
        this.inbox = inbox;
        this.confirmations = confirmations;
        this.estimates = estimates;
        this.comments = comments;
        this.clients = clients;
        this.sharing = sharing;
    }

    @GetMapping("/ding-options")
    Estimates.Options options(Actor actor) {
        return estimates.options(actor);
    }

    @PostMapping("/dings")
    ResponseEntity<DingView> send(Actor actor, @Valid @RequestBody DingDraft body, HttpServletRequest request) {
        Dings.Sent sent = dings.send(actor, body, null, new Dings.Frame(clients.base(request), null));
        return ResponseEntity.status(sent.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(inbox.open(actor, sent.id()));
    }

    @PostMapping("/dings/estimate")
    Estimates.EstimateView estimate(Actor actor, @Valid @RequestBody DingDraft body, HttpServletRequest request) {
        return estimates.estimate(actor, body, clients.base(request));
    }

    @GetMapping("/dings")
    Page<Inbox.Line> list(
            Actor actor,
            @RequestParam Inbox.Box box,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return inbox.list(actor, box, after, limit);
    }

    @GetMapping("/dings/summary")
    Inbox.Summary summary(Actor actor) {
        return inbox.summary(actor);
    }

    @GetMapping("/dings/{id}")
    DingView get(Actor actor, @PathVariable long id) {
        return inbox.open(actor, id);
    }

    @PostMapping("/dings/{id}/confirm")
    DingView confirm(Actor actor, @PathVariable long id) {
        confirmations.own(actor, id);
        return inbox.open(actor, id);
    }

    @PostMapping("/dings/{id}/recipients/{recipientId}/confirm")
    DingView confirmFor(Actor actor, @PathVariable long id, @PathVariable long recipientId) {
        confirmations.standingIn(actor, id, recipientId);
        return inbox.open(actor, id);
    }

    @PostMapping("/dings/{id}/share")
    Ack share(Actor actor, @PathVariable long id, @Valid @RequestBody Sharing.Request body) {
        return sharing.share(actor, id, body);
    }

    @PostMapping("/dings/{id}/recording")
    Ticket recording(Actor actor, @PathVariable long id) {
        return inbox.ticket(actor, id, true);
    }

    @PostMapping("/dings/{id}/attachment")
    Ticket attachment(Actor actor, @PathVariable long id) {
        return inbox.ticket(actor, id, false);
    }

    @GetMapping("/dings/{id}/comments")
    Page<Comments.CommentView> comments(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return comments.list(actor, id, after, limit);
    }

    @PostMapping("/dings/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(Actor actor, @PathVariable long id, @Valid @RequestBody Comments.CommentRequest body) {
        comments.add(actor, id, body);
    }
}
