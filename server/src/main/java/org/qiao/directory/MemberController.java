package org.qiao.directory;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class MemberController {

    private final Members members;
    private final MemberChanges changes;
    private final MemberSearch search;
    private final Rights rights;
    private final Profiles profiles;

    MemberController(Members members, MemberChanges changes, MemberSearch search, Rights rights, Profiles profiles) {
        this.members = members;
        this.changes = changes;
        this.search = search;
        this.rights = rights;
        this.profiles = profiles;
    }

    /** Answer of POST /api/cards. */
    record CardsView(List<Card> items) {}

    @GetMapping("/members")
    Page<MemberView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable MemberState state,
            @RequestParam(required = false) @Nullable Long departmentId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return search.list(actor, new MemberSearch.Question(state, departmentId, q), after, limit);
    }

    @PostMapping("/members")
    @ResponseStatus(HttpStatus.CREATED)
    MemberView create(Actor actor, @Valid @RequestBody MemberRequest body) {
        return changes.create(actor, body);
    }

    @GetMapping("/members/search")
    MemberSearch.Hits find(
            Actor actor, @RequestParam String q, @RequestParam(required = false) @Nullable Integer limit) {
        return search.find(actor, q, limit);
    }

    @GetMapping("/members/{id}")
    MemberView get(Actor actor, @PathVariable long id) {
        return members.get(actor, id);
    }

    @PutMapping("/members/{id}")
    MemberView update(Actor actor, @PathVariable long id, @Valid @RequestBody MemberRequest body) {
        return changes.update(actor, id, body);
    }

    @PutMapping("/members/{id}/state")
    MemberView setState(Actor actor, @PathVariable long id, @Valid @RequestBody MemberRequest.State body) {
        return changes.setState(actor, id, body.state());
    }

    @GetMapping("/members/{id}/grant")
    Rights.View rights(Actor actor, @PathVariable long id) {
        return rights.get(actor, id);
    }

    @PutMapping("/members/{id}/grant")
    Rights.View setRights(Actor actor, @PathVariable long id, @Valid @RequestBody MemberRequest.Rights body) {
        return rights.set(actor, id, body);
    }

    @PutMapping("/profile")
    MemberView changeProfile(Actor actor, @Valid @RequestBody MemberRequest.Profile body) {
        return profiles.change(actor, body);
    }

    @GetMapping(value = "/members/{id}/avatar", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> avatar(Actor actor, @PathVariable long id) {
        return profiles.avatar(actor, id).answer();
    }

    @PostMapping("/cards")
    CardsView cards(Actor actor, @Valid @RequestBody MemberRequest.Cards body) {
        return new CardsView(members.cards(actor, body.ids()));
    }
}
