package org.qiao.customercare;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareViews.CareScopes;
import org.qiao.customercare.CareViews.CareWaitCount;
import org.qiao.customercare.CareViews.CareWaitView;
import org.qiao.customercare.CareViews.SettleRequest;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CareController {

    private final CareWaits waits;
    private final CareStanding standing;
    private final CareRules rules;

    CareController(CareWaits waits, CareStanding standing, CareRules rules) {
        this.waits = waits;
        this.standing = standing;
        this.rules = rules;
    }

    @GetMapping("/api/customer-care/waits")
    Page<CareWaitView> list(
            Actor actor,
            @RequestParam(defaultValue = "MINE") CareScope scope,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return waits.list(actor, scope, after, limit);
    }

    @GetMapping("/api/customer-care/waits/count")
    CareWaitCount count(Actor actor) {
        return waits.count(actor);
    }

    @GetMapping("/api/customer-care/scopes")
    CareScopes scopes(Actor actor) {
        return new CareScopes(standing.scopes(actor));
    }

    @GetMapping("/api/customer-care/waits/{conversationId}")
    CareWaitView get(Actor actor, @PathVariable long conversationId) {
        return waits.get(actor, conversationId);
    }

    @PostMapping("/api/customer-care/waits/{conversationId}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(Actor actor, @PathVariable long conversationId, @Valid @RequestBody SettleRequest body) {
        waits.settle(actor, conversationId, body.reason());
    }

    @PostMapping("/api/customer-care/waits/{conversationId}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Actor actor, @PathVariable long conversationId) {
        waits.leave(actor, conversationId);
    }

    /** Everybody may know the rules he is under. */
    @GetMapping("/api/customer-care/settings")
    CareSettings settings(Actor actor) {
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/customer-care/settings")
    CareSettings setSettings(Actor actor, @Valid @RequestBody CareSettings body) {
        return rules.set(actor, body);
    }
}
