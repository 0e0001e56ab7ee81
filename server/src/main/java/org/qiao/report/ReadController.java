package org.qiao.report;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.report.ReportFilter.ReportBox;
import org.qiao.report.ReportRequests.ReportCommentRequest;
import org.qiao.report.ReportRequests.ReportReadRequest;
import org.qiao.report.ReportRequests.ReportShareRequest;
import org.qiao.report.ReportViews.ReportCommentView;
import org.qiao.report.ReportViews.ReportCounts;
import org.qiao.report.ReportViews.ReportHead;
import org.qiao.report.ReportViews.ReportReaderLine;
import org.qiao.report.ReportViews.ReportVersionLine;
import org.qiao.report.ReportViews.ReportVersionView;
import org.qiao.report.ReportViews.ReportView;
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

/** The readers' side: lists, reading, likes, comments. */
@RestController
@RequestMapping("/api/reports")
class ReadController {

    private final ReportLists lists;
    private final ReportReading reading;
    private final Reactions reactions;
    private final ReportComments comments;
    private final ReportEffects effects;
    private final ReportCounting counting;

    ReadController(
            ReportLists lists,
            ReportReading reading,
            Reactions reactions,
            ReportComments comments,
            ReportEffects effects,
            ReportCounting counting) {
        this.lists = lists;
        this.reading = reading;
        this.reactions = reactions;
        this.comments = comments;
        this.effects = effects;
        this.counting = counting;
    }

    @GetMapping
    Page<ReportHead> list(
            Actor actor,
            @RequestParam ReportBox box,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(required = false) @Nullable Long author,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        ReportFilter filter = new ReportFilter(template, author, department, from, until, unread, q);
        return lists.list(actor, box, filter, after, limit);
    }

    @GetMapping("/summary")
    ReportCounts summary(Actor actor) {
        return counting.of(actor);
    }

    @PostMapping("/reads")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @Valid @RequestBody ReportReadRequest body) {
        reading.read(actor, body.ids());
    }

    @GetMapping("/{id}")
    ReportView get(Actor actor, @PathVariable long id) {
        return reading.open(actor, id);
    }

    @GetMapping("/{id}/card")
    ReportHead card(Actor actor, @PathVariable long id) {
        return reading.head(actor, id);
    }

    @PostMapping("/{id}/files/{fileId}")
    Ticket file(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return reading.ticket(actor, id, fileId);
    }

    @GetMapping("/{id}/versions")
    Page<ReportVersionLine> versions(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.versions(actor, id, after, limit);
    }

    @GetMapping("/{id}/versions/{number}")
    ReportVersionView version(Actor actor, @PathVariable long id, @PathVariable int number) {
        return reading.version(actor, id, number);
    }

    @GetMapping("/{id}/readers")
    Page<ReportReaderLine> readers(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Boolean read,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reactions.readers(actor, id, read, after, limit);
    }

    @PutMapping("/{id}/like")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void like(Actor actor, @PathVariable long id) {
        reactions.like(actor, id);
    }

    @DeleteMapping("/{id}/like")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlike(Actor actor, @PathVariable long id) {
        reactions.unlike(actor, id);
    }

    @GetMapping("/{id}/likes")
    Page<Card> likes(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reactions.likes(actor, id, after, limit);
    }

    @GetMapping("/{id}/comments")
    Page<ReportCommentView> comments(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return comments.list(actor, id, after, limit);
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(Actor actor, @PathVariable long id, @Valid @RequestBody ReportCommentRequest body) {
        comments.add(actor, id, body);
    }

    @DeleteMapping("/{id}/comments/{commentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void uncomment(Actor actor, @PathVariable long id, @PathVariable long commentId) {
        comments.remove(actor, id, commentId);
    }

    @PostMapping("/{id}/shares")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(Actor actor, @PathVariable long id, @Valid @RequestBody ReportShareRequest body) {
        effects.share(actor, id, body.conversationId());
    }
}
