package org.qiao.moment;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.moment.MomentLists.MomentScope;
import org.qiao.moment.MomentLists.Wanted;
import org.qiao.moment.MomentRequests.MomentPreviewRequest;
import org.qiao.moment.MomentRequests.MomentRequest;
import org.qiao.moment.MomentViews.MomentMade;
import org.qiao.moment.MomentViews.MomentNewsView;
import org.qiao.moment.MomentViews.MomentPostView;
import org.qiao.moment.MomentViews.MomentPreviewView;
import org.qiao.moment.MomentViews.MomentTargetLine;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
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

/** Writing moments and looking through them. */
@RestController
@RequestMapping("/api/moments")
class MomentController {

    private final Moments moments;
    private final MomentLists lists;
    private final MomentPreview preview;
    private final MomentTalk talk;

    MomentController(Moments moments, MomentLists lists, MomentPreview preview, MomentTalk talk) {
        this.moments = moments;
        this.lists = lists;
        this.preview = preview;
        this.talk = talk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MomentMade create(Actor actor, @Valid @RequestBody MomentRequest body) {
        return moments.create(actor, body);
    }

    @PostMapping("/preview")
    MomentPreviewView count(Actor actor, @Valid @RequestBody MomentPreviewRequest body) {
        return preview.count(actor, body);
    }

    @PostMapping("/preview/customers")
    Page<MomentTargetLine> customers(
            Actor actor,
            @Valid @RequestBody MomentPreviewRequest body,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return preview.list(actor, body, after, limit);
    }

    @GetMapping("/posts")
    Page<MomentPostView> posts(
            Actor actor,
            @RequestParam(defaultValue = "MINE") MomentScope scope,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.posts(actor, new Wanted(scope, member), after, limit);
    }

    @GetMapping("/posts/{id}")
    MomentPostView post(Actor actor, @PathVariable long id) {
        return lists.view(actor, talk.require(actor, id));
    }

    @PostMapping("/posts/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable long id) {
        moments.withdrawPost(actor, id);
    }

    @GetMapping("/news")
    MomentNewsView news(Actor actor) {
        return lists.news(actor);
    }

    @PostMapping("/looked")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void looked(Actor actor) {
        lists.looked(actor);
    }

    @PostMapping("/{id}/files/{fileId}")
    Ticket file(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return lists.ticket(actor, id, fileId);
    }

    @GetMapping("/{id}/files/{fileId}/thumbnail")
    ResponseEntity<Resource> thumbnail(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return lists.thumbnail(actor, id, fileId).answer();
    }
}
