package org.qiao.followup;

import jakarta.validation.Valid;
import java.util.List;
import org.qiao.followup.CannedReplies.CannedReplyRequest;
import org.qiao.followup.CannedReplies.CannedReplyView;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/canned-replies")
class ReplyController {

    private final CannedReplies replies;

    ReplyController(CannedReplies replies) {
        this.replies = replies;
    }

    @GetMapping
    List<CannedReplyView> list(Actor actor) {
        return replies.list(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CannedReplyView add(Actor actor, @Valid @RequestBody CannedReplyRequest body) {
        return replies.add(actor, body);
    }

    @PutMapping("/{id}")
    CannedReplyView change(Actor actor, @PathVariable long id, @Valid @RequestBody CannedReplyRequest body) {
        return replies.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        replies.delete(actor, id);
    }
}
