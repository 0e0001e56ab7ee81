package org.qiao.contactway;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.Waits.WaitLine;
import org.qiao.contactway.WayRequests.TakeRequest;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerThreads;
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

@RestController
@RequestMapping("/api/customer-waits")
class WaitController {

    private final Waits waits;
    private final CustomerThreads threads;

    WaitController(Waits waits, CustomerThreads threads) {
        this.waits = waits;
        this.threads = threads;
    }

    /** @param conversationId the thread, when the taker is still there */
    record TakenView(
            long customerId, long relationId, @Nullable Long conversationId) {}

    @GetMapping
    Page<WaitLine> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return waits.list(actor, after, limit);
    }

    @PostMapping("/{id}/take")
    TakenView take(Actor actor, @PathVariable long id, @Valid @RequestBody TakeRequest body) {
        CustomerRelation relation = waits.take(actor, id, body.memberId());
        return new TakenView(
                relation.customerId(),
                relation.id(),
                threads.ensure(actor.orgId(), relation.id()).orElse(null));
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Actor actor, @PathVariable long id) {
        waits.refuse(actor, id);
    }
}
