package org.qiao.dingrule;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administrators' side, and what members decide about themselves. */
@RestController
@RequestMapping("/api")
class RuleController {

    private final RuleBook rules;
    private final Protected people;
    private final DingAudit audit;
    private final Quotas quotas;
    private final Preferences preferences;

    RuleController(RuleBook rules, Protected people, DingAudit audit, Quotas quotas, Preferences preferences) {
        this.rules = rules;
        this.people = people;
        this.audit = audit;
        this.quotas = quotas;
        this.preferences = preferences;
    }

    @GetMapping("/admin/ding/settings")
    DingSettings settings(Actor actor) {
        return rules.getSettings(actor);
    }

    @PutMapping("/admin/ding/settings")
    DingSettings changeSettings(Actor actor, @Valid @RequestBody DingSettings body) {
        return rules.change(actor, body);
    }

    @GetMapping("/admin/ding/rules")
    Selector.Rules rules(Actor actor) {
        return rules.getRules(actor);
    }

    @PutMapping("/admin/ding/rules")
    Selector.Rules changeRules(Actor actor, @Valid @RequestBody Selector.Rules body) {
        return rules.change(actor, body);
    }

    @GetMapping("/admin/ding/protected")
    Page<Protected.ProtectedView> protectedPeople(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return people.list(actor, after, limit);
    }

    @PutMapping("/admin/ding/protected/{memberId}")
    Protected.ProtectedView protect(
            Actor actor, @PathVariable long memberId, @Valid @RequestBody Protected.ProtectRequest body) {
        return people.protect(actor, memberId, body);
    }

    @DeleteMapping("/admin/ding/protected/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unprotect(Actor actor, @PathVariable long memberId) {
        people.unprotect(actor, memberId);
    }

    @GetMapping("/admin/ding/audit")
    Page<DingAudit.AuditView> audit(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return audit.list(actor, after, limit);
    }

    @GetMapping("/admin/ding/statistics")
    Quotas.Statistics statistics(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return quotas.statistics(actor, from, until);
    }

    @GetMapping("/ding-preferences")
    Preferences.PreferenceView preferences(Actor actor) {
        return preferences.get(actor);
    }

    @PutMapping("/ding-preferences")
    Preferences.PreferenceView changePreferences(Actor actor, @Valid @RequestBody Preferences.PreferenceRequest body) {
        return preferences.change(actor, body);
    }
}
