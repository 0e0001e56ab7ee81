package org.qiao.moment;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.moment.MomentRequests.MomentAnswerRequest;
import org.qiao.moment.MomentViews.MomentCommentView;
import org.qiao.moment.MomentViews.MomentPersonLine;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers did with a moment. */
@RestController
@RequestMapping("/api/moments")
class MomentTalkController {

    private final MomentTalk talk;

    MomentTalkController(MomentTalk talk) {
        this.talk = talk;
    }

    @GetMapping("/posts/{id}/comments")
    Page<MomentCommentView> comments(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return talk.list(actor, id, after, limit);
    }

    @PostMapping("/posts/{id}/comments")
    MomentCommentView answer(Actor actor, @PathVariable long id, @Valid @RequestBody MomentAnswerRequest body) {
        return talk.answer(actor, id, body);
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        talk.delete(actor, id);
    }

    @GetMapping("/posts/{id}/likes")
    Page<MomentPersonLine> likes(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return talk.likes(actor, id, after, limit);
    }

    @GetMapping("/posts/{id}/seen")
    Page<MomentPersonLine> seen(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return talk.seen(actor, id, after, limit);
    }
}
