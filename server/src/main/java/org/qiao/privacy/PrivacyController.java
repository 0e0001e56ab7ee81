package org.qiao.privacy;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.privacy.PrivacyRequests.AboutCustomerRequest;
import org.qiao.privacy.PrivacyViews.CustomerPrivacyView;
import org.qiao.privacy.PrivacyViews.PrivacyAuditView;
import org.qiao.privacy.PrivacyViews.PrivacyErasureView;
import org.qiao.privacy.PrivacyViews.PrivacyExportView;
import org.qiao.privacy.PrivacyViews.RegisterLine;
import org.qiao.privacy.PrivacyViews.RetentionPreview;
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

/** For administrators; one customer's consents for whoever may look at him. */
@RestController
class PrivacyController {

    private static final int RETENTION_MAX = 120;
    private static final int DEVICES_MAX = 24;

    private final CustomerPrivacy privacy;
    private final PrivacyRules rules;
    private final Erasures erasures;
    private final PersonExports exports;
    private final RetentionRounds rounds;
    private final Register register;
    private final PrivacyAudit audit;

    PrivacyController(
            CustomerPrivacy privacy,
            PrivacyRules rules,
            Erasures erasures,
            PersonExports exports,
            RetentionRounds rounds,
            Register register,
            PrivacyAudit audit) {
        this.privacy = privacy;
        this.rules = rules;
        this.erasures = erasures;
        this.exports = exports;
        this.rounds = rounds;
        this.register = register;
        this.audit = audit;
    }

    @GetMapping("/api/customers/{id}/privacy")
    CustomerPrivacyView customer(Actor actor, @PathVariable long id) {
        return privacy.view(actor, id);
    }

    @GetMapping("/api/admin/privacy/settings")
    PrivacySettings settings(Actor actor) {
        PrivacyRules.requireAdmin(actor);
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/privacy/settings")
    PrivacySettings setSettings(Actor actor, @Valid @RequestBody PrivacySettings body) {
        return rules.set(actor, body);
    }

    @GetMapping("/api/admin/privacy/retention")
    RetentionPreview preview(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer retentionMonths,
            @RequestParam(required = false) @Nullable Integer deviceMonths) {
        return rounds.preview(
                actor,
                Limits.within("retentionMonths", retentionMonths, 0, RETENTION_MAX),
                Limits.within("deviceMonths", deviceMonths, 0, DEVICES_MAX));
    }

    @GetMapping("/api/admin/privacy/erasures")
    Page<PrivacyErasureView> erasures(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return erasures.list(actor, open, after, limit);
    }

    @PostMapping("/api/admin/privacy/erasures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PrivacyErasureView erase(Actor actor, @Valid @RequestBody AboutCustomerRequest body) {
        return erasures.ask(actor, body.customerId());
    }

    @PostMapping("/api/admin/privacy/erasures/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable long id) {
        erasures.cancel(actor, id);
    }

    @GetMapping("/api/admin/privacy/exports")
    Page<PrivacyExportView> exports(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return exports.list(actor, after, limit);
    }

    @PostMapping("/api/admin/privacy/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PrivacyExportView export(Actor actor, @Valid @RequestBody AboutCustomerRequest body) {
        return exports.ask(actor, body.customerId());
    }

    @PostMapping("/api/admin/privacy/exports/{id}/ticket")
    Ticket ticket(Actor actor, @PathVariable long id) {
        return exports.ticket(actor, id);
    }

    @GetMapping("/api/admin/privacy/audit")
    Page<PrivacyAuditView> audit(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return audit.list(actor, after, limit);
    }

    @GetMapping("/api/admin/privacy/register")
    List<RegisterLine> register(Actor actor) {
        return register.list(actor);
    }

    @PostMapping("/api/admin/privacy/register")
    @ResponseStatus(HttpStatus.CREATED)
    RegisterLine addLine(Actor actor, @Valid @RequestBody RegisterEntry body) {
        return register.add(actor, body);
    }

    @PutMapping("/api/admin/privacy/register/{id}")
    RegisterLine changeLine(Actor actor, @PathVariable long id, @Valid @RequestBody RegisterEntry body) {
        return register.change(actor, id, body);
    }

    @DeleteMapping("/api/admin/privacy/register/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteLine(Actor actor, @PathVariable long id) {
        register.delete(actor, id);
    }

    @GetMapping("/api/admin/privacy/register.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void registerSheet(Actor actor, HttpServletResponse response) throws IOException {
        List<RegisterLine> lines = register.take(actor);
        Register.write(lines, ExportWords.of(actor.locale()), Download.open(response, "register.xlsx", Download.XLSX));
    }
}
