package org.qiao.customergroup;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.CustomerGroupRequests.GroupNoticeRequest;
import org.qiao.customergroup.CustomerGroupRequests.GroupRulesRequest;
import org.qiao.customergroup.CustomerGroupRequests.GroupTitleRequest;
import org.qiao.customergroup.CustomerGroupRequests.NextOwnerRequest;
import org.qiao.customergroup.CustomerGroupRequests.OpenGroupRequest;
import org.qiao.customergroup.CustomerGroupViews.CustomerGroupLine;
import org.qiao.customergroup.CustomerGroupViews.CustomerGroupView;
import org.qiao.customergroup.CustomerGroupViews.GroupFailureView;
import org.qiao.customergroup.CustomerGroups.GroupScope;
import org.qiao.customergroup.CustomerGroups.OpenedGroup;
import org.qiao.customergroup.CustomerGroups.Wanted;
import org.qiao.customergroup.GroupCounts.GroupStatistics;
import org.qiao.customergroup.GroupCounts.Span;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.format.annotation.DateTimeFormat;
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

/** Groups with customers, for the staff. */
@RestController
@RequestMapping("/api/customer-groups")
class CustomerGroupController {

    private final CustomerGroups groups;
    private final GroupChanges changes;
    private final GroupCounts counts;
    private final GroupTasks tasks;

    CustomerGroupController(CustomerGroups groups, GroupChanges changes, GroupCounts counts, GroupTasks tasks) {
        this.groups = groups;
        this.changes = changes;
        this.counts = counts;
        this.tasks = tasks;
    }

    @GetMapping
    Page<CustomerGroupLine> list(
            Actor actor,
            @RequestParam(defaultValue = "MINE") GroupScope scope,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long owner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return groups.list(actor, new Wanted(scope, q, owner), after, limit);
    }

    /** 201 for a new one, 200 when the key was used before. */
    @PostMapping
    ResponseEntity<CustomerGroupView> open(Actor actor, @Valid @RequestBody OpenGroupRequest body) {
        OpenedGroup opened = groups.open(actor, body);
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(opened.view());
    }

    @GetMapping("/{id}")
    CustomerGroupView get(Actor actor, @PathVariable long id) {
        return groups.get(actor, id);
    }

    @GetMapping("/of-conversation/{conversationId}")
    CustomerGroupView ofConversation(Actor actor, @PathVariable long conversationId) {
        return groups.ofConversation(actor, conversationId);
    }

    @PutMapping("/{id}/title")
    CustomerGroupView rename(Actor actor, @PathVariable long id, @Valid @RequestBody GroupTitleRequest body) {
        return changes.rename(actor, id, body.title());
    }

    @PutMapping("/{id}/notice")
    CustomerGroupView setNotice(Actor actor, @PathVariable long id, @Valid @RequestBody GroupNoticeRequest body) {
        return changes.setNotice(actor, id, body);
    }

    @PutMapping("/{id}/settings")
    CustomerGroupView setRules(Actor actor, @PathVariable long id, @Valid @RequestBody GroupRulesRequest body) {
        return changes.setRules(actor, id, body);
    }

    @PutMapping("/{id}/owner")
    CustomerGroupView setOwner(Actor actor, @PathVariable long id, @Valid @RequestBody NextOwnerRequest body) {
        return changes.setOwner(actor, id, body.memberId());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(Actor actor, @PathVariable long id) {
        changes.dissolve(actor, id);
    }

    /** What was to be done in it and was given up, the last first. */
    @GetMapping("/{id}/failures")
    List<GroupFailureView> failures(Actor actor, @PathVariable long id) {
        return tasks.failures(actor, id);
    }

    @PostMapping("/{id}/failures/{failureId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(Actor actor, @PathVariable long id, @PathVariable long failureId) {
        tasks.again(actor, id, failureId);
    }

    @GetMapping("/{id}/statistics")
    GroupStatistics statistics(
            Actor actor,
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return counts.ofGroup(actor, id, new Span(from, until));
    }

    @GetMapping("/statistics")
    GroupStatistics statisticsOf(
            Actor actor,
            @RequestParam(defaultValue = "MINE") GroupScope scope,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return counts.ofScope(actor, scope, new Span(from, until));
    }
}
