package org.qiao.handover;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.handover.HandOverAudit.HandOverAuditView;
import org.qiao.handover.HandOverRequests.PassOnRequest;
import org.qiao.handover.HandOverRequests.PassOnResults;
import org.qiao.handover.HandOverViews.HandOverView;
import org.qiao.handover.HandOvers.HandOverScope;
import org.qiao.handover.HandOvers.Lists.HandOverStatistics;
import org.qiao.handover.HandOvers.Lists.Query;
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
class HandOverController {

    private final HandOvers handOvers;
    private final HandOvers.Lists lists;
    private final HandOverRules rules;
    private final HandOverAudit audit;

    HandOverController(HandOvers handOvers, HandOvers.Lists lists, HandOverRules rules, HandOverAudit audit) {
        this.handOvers = handOvers;
        this.lists = lists;
        this.rules = rules;
        this.audit = audit;
    }

    @PostMapping("/api/handovers")
    PassOnResults offer(Actor actor, @Valid @RequestBody PassOnRequest body) {
        return handOvers.offer(actor, body);
    }

    @GetMapping("/api/handovers")
    Page<HandOverView> list(
            Actor actor,
            @RequestParam(defaultValue = "INCOMING") HandOverScope scope,
            @RequestParam(required = false) @Nullable HandOverState state,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(actor, new Query(scope, state, member), after, limit);
    }

    @GetMapping("/api/handovers/of-customer/{id}")
    List<HandOverView> ofCustomer(Actor actor, @PathVariable long id) {
        return lists.ofCustomer(actor, id);
    }

    @GetMapping("/api/handovers/statistics")
    HandOverStatistics statistics(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return lists.statistics(actor, from, until);
    }

    @PostMapping("/api/handovers/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable long id) {
        handOvers.cancel(actor, id);
    }

    @PostMapping("/api/handovers/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Actor actor, @PathVariable long id) {
        handOvers.undo(actor, id);
    }

    /** Everybody may know the rules he is under. */
    @GetMapping("/api/handovers/settings")
    HandOverSettings settings(Actor actor) {
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/handovers/settings")
    HandOverSettings setSettings(Actor actor, @Valid @RequestBody HandOverSettings body) {
        return rules.set(actor, body);
    }

    @GetMapping("/api/admin/handovers/audit")
    Page<HandOverAuditView> audit(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return audit.list(actor, after, limit);
    }
}
