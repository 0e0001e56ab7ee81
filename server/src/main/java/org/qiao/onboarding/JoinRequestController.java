package org.qiao.onboarding;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deciding about newcomers. */
@RestController
@RequestMapping("/api/join-requests")
class JoinRequestController {

    private final JoinRequests requests;

    JoinRequestController(JoinRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<WaitingView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.list(actor, after, limit);
    }

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Actor actor, @PathVariable long id, @Valid @RequestBody DecisionRequest body) {
        requests.decide(actor, id, body);
    }
}
