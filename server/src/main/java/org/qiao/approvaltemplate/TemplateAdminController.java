package org.qiao.approvaltemplate;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.approvaltemplate.TemplateView.TemplateCheckView;
import org.qiao.approvaltemplate.TemplateView.TemplateDraftView;
import org.qiao.approvaltemplate.TemplateView.TemplateVersionLine;
import org.qiao.approvaltemplate.TemplateView.TemplateVersionView;
import org.qiao.platform.Actor;
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

/** The editors' side: full administrators, and managers of single templates. */
@RestController
@RequestMapping("/api/admin")
class TemplateAdminController {

    private final ManagedTemplates desk;
    private final TemplateDrafts drafts;
    private final TemplateGroups groups;

    TemplateAdminController(ManagedTemplates desk, TemplateDrafts drafts, TemplateGroups groups) {
        this.desk = desk;
        this.drafts = drafts;
        this.groups = groups;
    }

    @GetMapping("/approval-templates")
    Page<TemplateView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping("/approval-templates")
    @ResponseStatus(HttpStatus.CREATED)
    TemplateView create(Actor actor, @Valid @RequestBody TemplateRequest.CreateTemplate body) {
        groups.requireGroup(actor, body.groupId());
        return drafts.create(actor, body);
    }

    @PutMapping("/approval-templates/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrange(Actor actor, @Valid @RequestBody TemplateRequest.TemplateLayout body) {
        groups.arrange(actor, body);
    }

    @GetMapping("/approval-templates/{id}")
    TemplateView get(Actor actor, @PathVariable long id) {
        return desk.get(actor, id);
    }

    @DeleteMapping("/approval-templates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        desk.setState(actor, id, TemplateState.DELETED);
    }

    @PostMapping("/approval-templates/{id}/stop")
    TemplateView stop(Actor actor, @PathVariable long id) {
        return desk.setState(actor, id, TemplateState.STOPPED);
    }

    @PostMapping("/approval-templates/{id}/restore")
    TemplateView restore(Actor actor, @PathVariable long id) {
        return desk.setState(actor, id, TemplateState.ACTIVE);
    }

    @PutMapping("/approval-templates/{id}/access")
    TemplateView setAccess(Actor actor, @PathVariable long id, @Valid @RequestBody TemplateAccessRequest body) {
        return desk.setAccess(actor, id, body);
    }

    @GetMapping("/approval-templates/{id}/draft")
    TemplateDraftView draft(Actor actor, @PathVariable long id) {
        return drafts.get(actor, id);
    }

    @PutMapping("/approval-templates/{id}/draft")
    TemplateDraftView save(Actor actor, @PathVariable long id, @Valid @RequestBody TemplateRequest.SaveDraft body) {
        return drafts.save(actor, id, body);
    }

    @PostMapping("/approval-templates/{id}/check")
    TemplateCheckView check(Actor actor, @PathVariable long id, @Valid @RequestBody TemplateContent body) {
        return drafts.check(actor, id, body);
    }

    @PostMapping("/approval-templates/{id}/publish")
    TemplateView publish(Actor actor, @PathVariable long id, @Valid @RequestBody TemplateRequest.PublishDraft body) {
        return drafts.publish(actor, id, body);
    }

    @GetMapping("/approval-templates/{id}/versions")
    Page<TemplateVersionLine> versions(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return drafts.versions(actor, id, after, limit);
    }

    @GetMapping("/approval-templates/{id}/versions/{number}")
    TemplateVersionView version(Actor actor, @PathVariable long id, @PathVariable int number) {
        return drafts.version(actor, id, number);
    }

    @GetMapping("/approval-template-groups")
    TemplateView.TemplateGroupsView groups(Actor actor) {
        return new TemplateView.TemplateGroupsView(groups.list(actor));
    }

    @PostMapping("/approval-template-groups")
    @ResponseStatus(HttpStatus.CREATED)
    TemplateGroup createGroup(Actor actor, @Valid @RequestBody TemplateRequest.TemplateGroupName body) {
        return groups.create(actor, body);
    }

    @PutMapping("/approval-template-groups/{id}")
    TemplateGroup renameGroup(
            Actor actor, @PathVariable long id, @Valid @RequestBody TemplateRequest.TemplateGroupName body) {
        return groups.rename(actor, id, body);
    }

    @DeleteMapping("/approval-template-groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteGroup(Actor actor, @PathVariable long id) {
        groups.delete(actor, id);
    }
}
