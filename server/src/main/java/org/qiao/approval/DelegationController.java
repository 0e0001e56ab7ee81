package org.qiao.approval;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.Delegations.DelegationRequest;
import org.qiao.approval.Delegations.DelegationView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
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

/** Who decides for me while I am away. */
@RestController
@RequestMapping("/api/approval-delegations")
class DelegationController {

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    @GetMapping
    Page<DelegationView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return delegations.list(actor, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DelegationView create(Actor actor, @Valid @RequestBody DelegationRequest body) {
        return delegations.create(actor, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable long id) {
        delegations.end(actor, id);
    }
}
