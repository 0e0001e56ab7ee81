package org.qiao.groupguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qiao.groupguard.GuardDesk.GroupBlockView;
import org.qiao.groupguard.GuardDesk.GuardLine;
import org.qiao.groupguard.GuardRules.GuardRuleRequest;
import org.qiao.groupguard.GuardRules.GuardRuleView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules against spam, mutes, the block list and the log. */
@RestController
class GroupGuardController {

    private final GuardRules rules;
    private final GuardDesk desk;

    GroupGuardController(GuardRules rules, GuardDesk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    /** @param minutes 0: he may write again */
    record GroupMuteRequest(@Min(0) @Max(43_200) int minutes) {}

    record GroupBlockRequest(@NotNull @Size(max = 100) String reason) {}

    @GetMapping("/api/customer-group-rules")
    Page<GuardRuleView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return rules.list(actor, after, limit);
    }

    @PostMapping("/api/customer-group-rules")
    @ResponseStatus(HttpStatus.CREATED)
    GuardRuleView create(Actor actor, @Valid @RequestBody GuardRuleRequest body) {
        return rules.create(actor, body);
    }

    @PutMapping("/api/customer-group-rules/{id}")
    GuardRuleView change(Actor actor, @PathVariable long id, @Valid @RequestBody GuardRuleRequest body) {
        return rules.change(actor, id, body);
    }

    @DeleteMapping("/api/customer-group-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        rules.delete(actor, id);
    }

    @PutMapping("/api/customer-groups/{id}/members/{personId}/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(
            Actor actor,
            @PathVariable long id,
            @PathVariable long personId,
            @Valid @RequestBody GroupMuteRequest body) {
        desk.mute(actor, id, personId, body.minutes());
    }

    @PostMapping("/api/customer-groups/{id}/members/{personId}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(
            Actor actor,
            @PathVariable long id,
            @PathVariable long personId,
            @Valid @RequestBody GroupBlockRequest body) {
        desk.block(actor, id, personId, body.reason());
    }

    @GetMapping("/api/customer-groups/{id}/log")
    Page<GuardLine> log(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.log(actor, id, after, limit);
    }

    @GetMapping("/api/customer-group-blocks")
    Page<GroupBlockView> blocked(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.blocked(actor, after, limit);
    }

    @PostMapping("/api/customer-group-blocks/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void blockAnywhere(Actor actor, @PathVariable long customerId, @Valid @RequestBody GroupBlockRequest body) {
        desk.blockAnywhere(actor, customerId, body.reason());
    }

    @DeleteMapping("/api/customer-group-blocks/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Actor actor, @PathVariable long customerId) {
        desk.unblock(actor, customerId);
    }
}
