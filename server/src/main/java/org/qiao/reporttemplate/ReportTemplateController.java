package org.qiao.reporttemplate;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.reporttemplate.ReportTemplateRequests.CreateReportTemplate;
import org.qiao.reporttemplate.ReportTemplateRequests.PublishReportTemplate;
import org.qiao.reporttemplate.ReportTemplateRequests.ReportAccessRequest;
import org.qiao.reporttemplate.ReportTemplateRequests.ReportTemplateOrder;
import org.qiao.reporttemplate.ReportTemplateViews.ReportCheckView;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateDetails;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateVersionLine;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateVersionView;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateView;
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

/** The editors' side: full administrators, and managers of single templates. */
@RestController
@RequestMapping("/api/admin/report-templates")
class ReportTemplateController {

    private final ReportDesk desk;
    private final ReportEditing editing;

    ReportTemplateController(ReportDesk desk, ReportEditing editing) {
        this.desk = desk;
        this.editing = editing;
    }

    @GetMapping
    Page<ReportTemplateView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReportTemplateDetails create(Actor actor, @Valid @RequestBody CreateReportTemplate body) {
        return editing.create(actor, body);
    }

    @PutMapping("/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrange(Actor actor, @Valid @RequestBody ReportTemplateOrder body) {
        desk.arrange(actor, body.ids());
    }

    @GetMapping("/{id}")
    ReportTemplateDetails get(Actor actor, @PathVariable long id) {
        return editing.get(actor, id);
    }

    @PutMapping("/{id}")
    ReportTemplateDetails publish(Actor actor, @PathVariable long id, @Valid @RequestBody PublishReportTemplate body) {
        return editing.publish(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        desk.setState(actor, id, ReportTemplate.State.DELETED);
    }

    @PostMapping("/{id}/check")
    ReportCheckView check(Actor actor, @PathVariable long id, @Valid @RequestBody ReportContent body) {
        return editing.check(actor, id, body);
    }

    @PostMapping("/{id}/stop")
    ReportTemplateView stop(Actor actor, @PathVariable long id) {
        return desk.setState(actor, id, ReportTemplate.State.STOPPED);
    }

    @PostMapping("/{id}/restore")
    ReportTemplateView restore(Actor actor, @PathVariable long id) {
        return desk.setState(actor, id, ReportTemplate.State.ACTIVE);
    }

    @PutMapping("/{id}/access")
    ReportTemplateView setAccess(Actor actor, @PathVariable long id, @Valid @RequestBody ReportAccessRequest body) {
        return desk.setAccess(actor, id, body);
    }

    @GetMapping("/{id}/versions")
    Page<ReportTemplateVersionLine> versions(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return editing.versions(actor, id, after, limit);
    }

    @GetMapping("/{id}/versions/{number}")
    ReportTemplateVersionView version(Actor actor, @PathVariable long id, @PathVariable int number) {
        return editing.version(actor, id, number);
    }
}
