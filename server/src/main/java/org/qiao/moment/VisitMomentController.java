package org.qiao.moment;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.file.Ticket;
import org.qiao.moment.MomentRequests.VisitCommentRequest;
import org.qiao.moment.MomentRequests.VisitSeenRequest;
import org.qiao.moment.VisitMomentViews.VisitComment;
import org.qiao.moment.VisitMomentViews.VisitMoment;
import org.qiao.moment.VisitMomentViews.VisitMomentNews;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
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

/** For customers. */
@RestController
@RequestMapping("/api/visit/moments")
class VisitMomentController {

    private final GuestMoments moments;
    private final GuestTalk talk;

    VisitMomentController(GuestMoments moments, GuestTalk talk) {
        this.moments = moments;
        this.talk = talk;
    }

    @GetMapping
    Page<VisitMoment> list(
            Guest guest,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return moments.list(guest, after, limit);
    }

    @GetMapping("/news")
    VisitMomentNews news(Guest guest) {
        return moments.news(guest);
    }

    @PostMapping("/looked")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void looked(Guest guest) {
        moments.looked(guest);
    }

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Guest guest, @Valid @RequestBody VisitSeenRequest body) {
        moments.see(guest, body.moments());
    }

    @PutMapping("/{id}/like")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void like(Guest guest, @PathVariable long id) {
        talk.like(guest, id);
    }

    @DeleteMapping("/{id}/like")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlike(Guest guest, @PathVariable long id) {
        talk.unlike(guest, id);
    }

    @GetMapping("/{id}/comments")
    Page<VisitComment> comments(
            Guest guest,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return moments.comments(guest, id, after, limit);
    }

    @PostMapping("/{id}/comments")
    VisitComment comment(Guest guest, @PathVariable long id, @Valid @RequestBody VisitCommentRequest body) {
        return talk.comment(guest, id, body);
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Guest guest, @PathVariable long id) {
        talk.delete(guest, id);
    }

    @PostMapping("/{id}/files/{fileId}")
    Ticket file(Guest guest, @PathVariable long id, @PathVariable long fileId) {
        return moments.ticket(guest, id, fileId);
    }

    @GetMapping("/{id}/files/{fileId}/thumbnail")
    ResponseEntity<Resource> thumbnail(Guest guest, @PathVariable long id, @PathVariable long fileId) {
        return moments.thumbnail(guest, id, fileId).answer();
    }
}
