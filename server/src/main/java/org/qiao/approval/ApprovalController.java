package org.qiao.approval;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.PreviewRequest;
import org.qiao.approval.ActRequests.ResubmitRequest;
import org.qiao.approval.ActRequests.SubmitRequest;
import org.qiao.approval.RunView.RunHead;
import org.qiao.approvaltemplate.TemplateChoices.TemplateChoicesView;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starting and reading runs. */
@RestController
@RequestMapping("/api/approvals")
class ApprovalController {

    private final Submissions submissions;
    private final Reading reading;
    private final Lists lists;
    private final Comments comments;
    private final Resubmissions resubmissions;

    ApprovalController(
            Submissions submissions, Reading reading, Lists lists, Comments comments, Resubmissions resubmissions) {
        this.submissions = submissions;
        this.reading = reading;
        this.lists = lists;
        this.comments = comments;
        this.resubmissions = resubmissions;
    }

    @PostMapping("/preview")
    Reading.PreviewView preview(Actor actor, @Valid @RequestBody PreviewRequest body) {
        return reading.preview(actor, body);
    }

    @PostMapping
    ResponseEntity<RunView> submit(Actor actor, @Valid @RequestBody SubmitRequest body) {
        Submissions.Submitted submitted = submissions.submit(actor, body);
        return ResponseEntity.status(submitted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(reading.open(actor, submitted.id()));
    }

    @GetMapping
    Page<RunHead> list(
            Actor actor,
            @RequestParam Box box,
            @RequestParam(required = false) Approval.@Nullable State state,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(required = false) @Nullable Long applicant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        ListFilter filter = new ListFilter(state, template, applicant, q, from, until, unread);
        return lists.list(actor, box, filter, after, limit);
    }

    @GetMapping("/summary")
    Lists.ApprovalCounts summary(Actor actor) {
        return lists.summary(actor);
    }

    @GetMapping("/{id}")
    RunView get(Actor actor, @PathVariable long id) {
        return reading.open(actor, id);
    }

    /** Of what was returned to the person. */
    @PostMapping("/{id}/preview")
    Reading.PreviewView previewAgain(Actor actor, @PathVariable long id, @Valid @RequestBody ResubmitRequest body) {
        return resubmissions.preview(actor, id, body);
    }

    @GetMapping("/{id}/choices")
    TemplateChoicesView choices(Actor actor, @PathVariable long id) {
        return resubmissions.choices(actor, id);
    }

    @GetMapping("/{id}/card")
    RunHead card(Actor actor, @PathVariable long id) {
        return lists.head(actor, id);
    }

    @PostMapping("/{id}/files/{fileId}")
    Ticket file(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return reading.ticket(actor, id, fileId);
    }

    @GetMapping("/{id}/comments")
    Page<Comments.ApprovalCommentView> comments(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return comments.list(actor, id, after, limit);
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(Actor actor, @PathVariable long id, @Valid @RequestBody Comments.ApprovalCommentRequest body) {
        comments.add(actor, id, body);
    }
}
