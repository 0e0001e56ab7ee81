package org.qiao.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.messaging.Turns.Event;
import org.qiao.naming.NameHit;
import org.qiao.naming.NameIndex;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What happens to a group: people come and go, roles, title, settings, its end. Every change holds the conversation's head and
 * leaves a SYSTEM entry, so everybody sees it at the same place between the messages.
 */
@Service
public class GroupMembers {

    private static final int HISTORY = 100;
    private static final int FOUND = 2_000;

    private final Turns turns;
    private final Seating seating;
    private final SeatStore store;
    private final Members directory;
    private final Orgs orgs;
    private final NameIndex names;
    private final ObjectProvider<ExternalGroupLimit> limit;

    GroupMembers(
            Turns turns,
            Seating seating,
            SeatStore store,
            Members directory,
            Orgs orgs,
            NameIndex names,
            ObjectProvider<ExternalGroupLimit> limit) {
        this.limit = limit;
        this.turns = turns;
        this.seating = seating;
        this.store = store;
        this.directory = directory;
        this.orgs = orgs;
        this.names = names;
    }

    /** Adds people of the company; who is in already stays as he is. */
    public void add(Actor actor, long conversationId, Collection<Long> memberIds) {
        seating.require(actor, conversationId);
        Set<Long> wanted = new HashSet<>(memberIds);
        if (directory.present(actor, wanted).size() != wanted.size()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
        turns.change(actor, conversationId, turn -> {
            GroupRole role = requireGroup(turn);
            if (turn.state().settings().addMembersAdminsOnly() && !role.isAdmin()) {
                throw MessagingProblem.ADMINS_ONLY.problem();
            }
            List<Long> added = seating.seat(turn, wanted, newcomersFrom(turn));
            if (added.isEmpty()) {
                return;
            }
            turn.state(turn.state().withMembers(added.size()));
            int most = most(turn);
            if (turn.state().memberCount() > most) {
                throw MessagingProblem.GROUP_FULL.problem("max", most);
            }
            turns.write(turn, Event.about(Event.Type.JOINED, actor, added));
            seating.announce(turn, added);
        });
    }

    private int most(Turn turn) {
        long orgId = turn.actor().orgId();
        int most = orgs.settings(orgId).groupMax();
        ExternalGroupLimit external = turn.state().external() ? limit.getIfAvailable() : null;
        return external == null ? most : Math.min(most, external.most(orgId));
    }

    private long newcomersFrom(Turn turn) {
        if (!turn.state().settings().historyForNewcomers()) {
            return turn.seq() + 1;
        }
        return store.historyFrom(turn.actor(), turn.state().id(), HISTORY).orElse(1L);
    }

    /** Removes somebody, or oneself: leaving. A leaving owner hands over to the oldest administrator or member. */
    public void remove(Actor actor, long conversationId, long memberId) {
        turns.change(actor, conversationId, turn -> {
            GroupRole own = requireGroup(turn);
            if (memberId == actor.principalId()) {
                if (isLastOfStaff(turn, memberId)) {
                    throw MessagingProblem.LAST_OF_STAFF.problem();
                }
                leave(turn, memberId, own);
                return;
            }
            GroupRole theirs = roleOf(turn, memberId)
                    .or(() -> guestRole(turn, memberId))
                    .orElseThrow(MessagingProblem.MEMBER_NOT_FOUND::problem);
            if (own.ordinal() >= theirs.ordinal()) { // OWNER above ADMIN above MEMBER
                throw (own == GroupRole.ADMIN ? MessagingProblem.OWNER_ONLY : MessagingProblem.ADMINS_ONLY).problem();
            }
            expel(turn, memberId, theirs);
        });
    }

    /** Also for who has left the company: nobody asks then whether he may go. */
    void leave(Turn turn, long memberId, GroupRole role) {
        if (isLastOfStaff(turn, memberId)) {
            return; // the seat waits until somebody takes over, as the customers do
        }
        takeOut(turn, memberId, role, Event.Type.LEFT);
    }

    /** The same for somebody who is taken out by whoever makes the change. */
    void expel(Turn turn, long memberId, GroupRole role) {
        takeOut(turn, memberId, role, Event.Type.REMOVED);
    }

    /** Customers read here, and nobody else of the company is in. */
    boolean isLastOfStaff(Turn turn, long memberId) {
        return turn.state().external() && successor(turn, memberId).isEmpty();
    }

    private Optional<Long> successor(Turn turn, long memberId) {
        return store.nextOwner(turn.actor(), turn.state().id(), memberId);
    }

    private void takeOut(Turn turn, long memberId, GroupRole role, Event.Type type) {
        turns.write(turn, Event.about(type, turn.actor(), seating.unseat(turn, List.of(memberId))));
        if (role != GroupRole.OWNER) {
            return;
        }
        Optional<Long> next = successor(turn, memberId);
        if (next.isPresent()) {
            crown(turn, next.get());
        } else {
            turn.state(turn.state().dissolve());
        }
    }

    void crown(Turn turn, long memberId) {
        seating.setRole(turn, memberId, GroupRole.OWNER);
        turns.write(turn, Event.about(Event.Type.OWNER, turn.actor(), List.of(memberId)));
        seating.tellRole(turn, memberId, GroupRole.OWNER);
    }

    /** The owner becomes an ordinary member. */
    public void transfer(Actor actor, long conversationId, long memberId) {
        turns.change(actor, conversationId, turn -> {
            requireOwner(turn);
            if (roleOf(turn, memberId).isEmpty()) {
                throw MessagingProblem.MEMBER_NOT_FOUND.problem();
            }
            if (memberId == actor.principalId()) {
                return;
            }
            demote(turn, actor.principalId());
            crown(turn, memberId);
        });
    }

    void demote(Turn turn, long memberId) {
        seating.setRole(turn, memberId, GroupRole.MEMBER);
        seating.tellRole(turn, memberId, GroupRole.MEMBER);
    }

    /** ADMIN or MEMBER; the owner only changes by transfer. */
    public void setRole(Actor actor, long conversationId, long memberId, GroupRole role) {
        turns.change(actor, conversationId, turn -> {
            requireOwner(turn);
            changeRole(
                    turn,
                    memberId,
                    roleOf(turn, memberId).orElseThrow(MessagingProblem.MEMBER_NOT_FOUND::problem),
                    role);
        });
    }

    void changeRole(Turn turn, long memberId, GroupRole before, GroupRole role) {
        if (before == GroupRole.OWNER || role == GroupRole.OWNER) {
            throw MessagingProblem.OWNER_ONLY.problem();
        }
        if (before != role) {
            seating.setRole(turn, memberId, role);
            turns.write(
                    turn,
                    Event.about(Event.Type.ROLE, turn.actor(), List.of(memberId))
                            .withRole(role));
            seating.tellRole(turn, memberId, role);
        }
    }

    /** Title and switches; owner and admins. */
    void update(Actor actor, long conversationId, @Nullable String rawTitle, @Nullable GroupSettings settings) {
        String title = rawTitle == null ? null : BodyRule.title(rawTitle);
        turns.change(actor, conversationId, turn -> {
            if (!requireGroup(turn).isAdmin()) {
                throw MessagingProblem.ADMINS_ONLY.problem();
            }
            if (title != null && !title.equals(turn.state().title())) {
                turn.state(turn.state().withTitle(title));
                turns.write(
                        turn, Event.about(Event.Type.TITLE, actor, List.of()).withTitle(title));
            }
            if (settings != null && !settings.equals(turn.state().settings())) {
                turn.state(turn.state().withSettings(settings));
                turns.write(turn, Event.about(Event.Type.SETTINGS, actor, List.of()));
            }
        });
    }

    /** The end of a group: everybody is out, and it disappears from all lists. */
    public void dissolve(Actor actor, long conversationId) {
        turns.change(actor, conversationId, turn -> {
            requireOwner(turn);
            end(turn);
        });
    }

    void end(Turn turn) {
        Set<Long> everybody = new HashSet<>();
        for (long member : seating.members(turn.state().id())) {
            everybody.add(member);
        }
        seating.unseat(turn, everybody);
        turns.write(turn, Event.about(Event.Type.DISSOLVED, turn.actor(), List.of()));
        turn.state(turn.state().dissolve());
    }

    /** Members by id; with {@code query} those whose names match. */
    Page<GroupMemberController.MemberLine> list(
            Actor actor, long conversationId, @Nullable String query, @Nullable String after, @Nullable Integer limit) {
        seating.require(actor, conversationId);
        int size = Limits.page(limit);
        Page<SeatStore.Row> rows = Page.cut(
                store.list(
                        actor,
                        conversationId,
                        matching(actor, query),
                        new SeatStore.Slice(Limits.key(after, 0), size + 1)),
                size,
                row -> Long.toString(row.principalId()));
        Map<Long, Card> cards = new HashMap<>();
        directory
                .cards(
                        actor.orgId(),
                        rows.items().stream().map(SeatStore.Row::principalId).toList())
                .forEach(card -> cards.put(card.id(), card));
        return new Page<>(GroupMemberController.MemberLine.of(rows.items(), cards), rows.next());
    }

    private @Nullable Set<Long> matching(Actor actor, @Nullable String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        return names.find(actor.orgId(), query, false, FOUND).stream()
                .map(NameHit::principalId)
                .collect(Collectors.toSet());
    }

    private void requireOwner(Turn turn) {
        if (requireGroup(turn) != GroupRole.OWNER) {
            throw MessagingProblem.OWNER_ONLY.problem();
        }
    }

    /** The actor's role, read under the lock. Not being in is like there being no such group. */
    private GroupRole requireGroup(Turn turn) {
        GroupRole role = roleOf(turn, turn.actor().principalId()).orElseThrow(MessagingProblem.NOT_FOUND::problem);
        if (turn.state().kind() != ConversationKind.GROUP) {
            throw MessagingProblem.NOT_A_GROUP.problem();
        }
        return role;
    }

    private Optional<GroupRole> guestRole(Turn turn, long principalId) {
        return turn.state().external()
                        && store.seated(turn.actor().orgId(), turn.state().id(), true)
                                .contains(principalId)
                ? Optional.of(GroupRole.MEMBER)
                : Optional.empty();
    }

    /** Of somebody of the company. */
    private Optional<GroupRole> roleOf(Turn turn, long principalId) {
        return store.role(turn.actor(), turn.state().id(), principalId);
    }
}
