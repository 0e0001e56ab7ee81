package org.qiao.report;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.report.ReportFormViews.ReportDraftView;
import org.qiao.report.ReportFormViews.ReportFactsView;
import org.qiao.report.ReportFormViews.ReportFormView;
import org.qiao.report.ReportFormViews.ReportLastView;
import org.qiao.report.ReportFormViews.ReportTemplateCard;
import org.qiao.report.ReportRequests.ReportDraftRequest;
import org.qiao.report.ReportRequests.ReportEditRequest;
import org.qiao.report.ReportRequests.ReportSubmitRequest;
import org.qiao.report.ReportViews.ReportView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The writers' side: what may be written, drafts, sending and editing. */
@RestController
@RequestMapping("/api")
class WriteController {

    private final WritableReports writable;
    private final ReportForms forms;
    private final ReportDrafts drafts;
    private final ReportWriting writing;
    private final ReportReading reading;

    WriteController(
            WritableReports writable,
            ReportForms forms,
            ReportDrafts drafts,
            ReportWriting writing,
            ReportReading reading) {
        this.writable = writable;
        this.forms = forms;
        this.drafts = drafts;
        this.writing = writing;
        this.reading = reading;
    }

    /** All at once: a company has at most two hundred. */
    @GetMapping("/report-templates")
    Page<ReportTemplateCard> list(Actor actor) {
        List<ReportTemplateCard> all = writable.list(actor);
        return new Page<>(all, null);
    }

    @GetMapping("/report-templates/{id}")
    ReportFormView open(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate day) {
        return forms.open(actor, id, day);
    }

    @GetMapping("/report-templates/{id}/last")
    ReportLastView last(Actor actor, @PathVariable long id) {
        return forms.last(actor, id);
    }

    @GetMapping("/report-templates/{id}/facts")
    ReportFactsView facts(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate day) {
        return forms.facts(actor, id, day);
    }

    @GetMapping("/report-templates/{id}/draft")
    ReportDraftView draft(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate day) {
        return drafts.get(actor, id, day);
    }

    @PutMapping("/report-templates/{id}/draft")
    ReportDraftView save(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate day,
            @Valid @RequestBody ReportDraftRequest body) {
        return drafts.save(actor, id, day, body);
    }

    @DeleteMapping("/report-templates/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate day) {
        drafts.delete(actor, id, day);
    }

    @PostMapping("/reports")
    ResponseEntity<ReportView> submit(Actor actor, @Valid @RequestBody ReportSubmitRequest body) {
        ReportWriting.Submitted submitted = writing.submit(actor, body);
        return ResponseEntity.status(submitted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(reading.open(actor, submitted.id()));
    }

    @PutMapping("/reports/{id}")
    ReportView edit(Actor actor, @PathVariable long id, @Valid @RequestBody ReportEditRequest body) {
        writing.edit(actor, id, body);
        return reading.open(actor, id);
    }

    @DeleteMapping("/reports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable long id) {
        writing.withdraw(actor, id);
    }
}
