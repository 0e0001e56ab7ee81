package org.qiao.messaging;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
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

/** The actor's conversations, and catching up with them. */
@RestController
@RequestMapping("/api")
class ConversationController {

    private final Conversations conversations;
    private final GroupMembers groups;
    private final SyncLog syncLog;

    ConversationController(Conversations conversations, GroupMembers groups, SyncLog syncLog) {
        this.conversations = conversations;
        this.groups = groups;
        this.syncLog = syncLog;
    }

    @GetMapping("/conversations")
    Page<ConversationView> list(
            Actor actor, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return conversations.list(actor, after, limit);
    }

    /** 201 for a new one, 200 when it was there. */
    @PostMapping("/conversations")
    ResponseEntity<ConversationView> create(Actor actor, @Valid @RequestBody GroupRequests.Create body) {
        Conversations.Opened opened = body.kind() == ConversationKind.DIRECT
                ? conversations.openDirect(actor, Objects.requireNonNull(body.memberId()))
                : conversations.openGroup(
                        actor, body.title(), Objects.requireNonNullElse(body.memberIds(), List.of()), body.key());
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(conversations.get(actor, opened.id()));
    }

    @GetMapping("/conversations/{id}")
    ConversationView get(Actor actor, @PathVariable long id) {
        return conversations.get(actor, id);
    }

    @PutMapping("/conversations/{id}")
    ConversationView update(Actor actor, @PathVariable long id, @Valid @RequestBody GroupRequests.Update body) {
        groups.update(actor, id, body.title(), body.settings());
        return conversations.get(actor, id);
    }

    @DeleteMapping("/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(Actor actor, @PathVariable long id) {
        groups.dissolve(actor, id);
    }

    @PutMapping("/conversations/{id}/preferences")
    ConversationView preferences(
            Actor actor, @PathVariable long id, @Valid @RequestBody GroupRequests.Preferences body) {
        conversations.setPreferences(actor, id, body);
        return conversations.get(actor, id);
    }

    @GetMapping("/sync")
    SyncAnswer sync(
            Actor actor,
            @RequestParam @Nullable Long era,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Long personal,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer tail) {
        return syncLog.sync(actor, new SyncRequest(era, cursor, personal, after, limit, tail));
    }
}
