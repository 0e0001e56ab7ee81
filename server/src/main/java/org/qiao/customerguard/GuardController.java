package org.qiao.customerguard;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerguard.GuardViews.GuardAlertView;
import org.qiao.customerguard.GuardViews.GuardExportView;
import org.qiao.customerguard.GuardViews.GuardHitView;
import org.qiao.customerguard.GuardViews.GuardRights;
import org.qiao.customerguard.GuardViews.GuardStatistics;
import org.qiao.customerguard.GuardViews.WordRuleRequest;
import org.qiao.customerguard.GuardViews.WordRuleView;
import org.qiao.customerguard.Hits.Question;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customer-guard")
class GuardController {

    private final GuardRules rules;
    private final Hits hits;
    private final HitExport export;
    private final Alerts alerts;
    private final GuardSight sight;

    GuardController(GuardRules rules, Hits hits, HitExport export, Alerts alerts, GuardSight sight) {
        this.rules = rules;
        this.hits = hits;
        this.export = export;
        this.alerts = alerts;
        this.sight = sight;
    }

    @GetMapping("/rights")
    GuardRights rights(Actor actor) {
        return sight.rights(actor);
    }

    @GetMapping("/rules")
    List<WordRuleView> rules(Actor actor) {
        return rules.list(actor);
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    WordRuleView create(Actor actor, @Valid @RequestBody WordRuleRequest body) {
        return rules.create(actor, body);
    }

    @PutMapping("/rules/{id}")
    WordRuleView change(Actor actor, @PathVariable long id, @Valid @RequestBody WordRuleRequest body) {
        return rules.change(actor, id, body);
    }

    @DeleteMapping("/rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        rules.delete(actor, id);
    }

    @GetMapping("/hits")
    Page<GuardHitView> hits(
            Actor actor,
            @RequestParam(required = false) @Nullable Long rule,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable GuardAction action,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return hits.list(actor, new Question(rule, member, customer, action, since, until), after, limit);
    }

    @GetMapping("/hits/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(
            Actor actor,
            @RequestParam(required = false) @Nullable Long rule,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable GuardAction action,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            HttpServletResponse response)
            throws IOException {
        export.write(
                actor,
                new Question(rule, member, customer, action, since, until),
                () -> Download.open(response, "sensitive-words.xlsx", Download.XLSX));
    }

    @GetMapping("/exports")
    Page<GuardExportView> exports(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return export.list(actor, after, limit);
    }

    @GetMapping("/statistics")
    GuardStatistics statistics(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until) {
        return hits.count(actor, new Question(null, null, null, null, since, until));
    }

    @GetMapping("/alerts")
    Page<GuardAlertView> alerts(
            Actor actor,
            @RequestParam(required = false) @Nullable AlertKind kind,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return alerts.list(actor, new AlertStore.Filter(kind, member, since, until), after, limit);
    }

    @GetMapping("/settings")
    GuardSettings settings(Actor actor) {
        return alerts.settings(actor);
    }

    @PutMapping("/settings")
    GuardSettings setSettings(Actor actor, @Valid @RequestBody GuardSettings body) {
        return alerts.set(actor, body);
    }
}
