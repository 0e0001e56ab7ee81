package org.qiao.messaging;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.MemberState;
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

/** Who is in a conversation. */
@RestController
@RequestMapping("/api/conversations/{id}")
class GroupMemberController {

    private final GroupMembers groups;

    GroupMemberController(GroupMembers groups) {
        this.groups = groups;
    }

    @GetMapping("/members")
    Page<MemberLine> list(
            Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return groups.list(actor, id, q, after, limit);
    }

    @PostMapping("/members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Actor actor, @PathVariable long id, @Valid @RequestBody GroupRequests.AddMembers body) {
        groups.add(actor, id, body.memberIds());
    }

    @DeleteMapping("/members/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id, @PathVariable long memberId) {
        groups.remove(actor, id, memberId);
    }

    @PutMapping("/members/{memberId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRole(
            Actor actor,
            @PathVariable long id,
            @PathVariable long memberId,
            @Valid @RequestBody GroupRequests.SetRole body) {
        groups.setRole(actor, id, memberId, body.role());
    }

    @PutMapping("/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setOwner(Actor actor, @PathVariable long id, @Valid @RequestBody GroupRequests.SetOwner body) {
        groups.transfer(actor, id, body.memberId());
    }

    /** A card with the place in this conversation. */
    record MemberLine(
            long id,
            String name,
            String alias,
            String title,
            @Nullable String avatar,
            MemberState state,
            String kind,
            GroupRole role,
            Instant joinedAt) {

        static MemberLine of(SeatStore.Row row, Card card) {
            return new MemberLine(
                    card.id(),
                    card.name(),
                    card.alias(),
                    card.title(),
                    card.avatar(),
                    card.state(),
                    card.kind(),
                    row.role(),
                    row.joinedAt());
        }

        static List<MemberLine> of(List<SeatStore.Row> rows, Map<Long, Card> cards) {
            return rows.stream()
                    .filter(row -> cards.containsKey(row.principalId()))
                    .map(row -> of(row, Objects.requireNonNull(cards.get(row.principalId()))))
                    .toList();
        }
    }
}
