package org.qiao.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/**
 * Groups of employees and customers, for programs that have checked who asks; made, joined and left by {@link CustomerConversations}.
 * Whoever acts need not be a member. Every change is a transaction of its own; repeats are harmless. What is no such group, or is
 * dissolved, is messaging.not_found.
 */
@Service
public class SharedGroups {

    private final SharedGroupStore store;
    private final SeatStore seats;
    private final Turns turns;
    private final Seating seating;
    private final GroupMembers groups;
    private final Members members;

    SharedGroups(
            SharedGroupStore store,
            SeatStore seats,
            Turns turns,
            Seating seating,
            GroupMembers groups,
            Members members) {
        this.store = store;
        this.seats = seats;
        this.turns = turns;
        this.seating = seating;
        this.groups = groups;
        this.members = members;
    }

    /** What a group is now. */
    public record GroupState(long conversationId, String title, int members) {}

    /** Somebody who sits in a group. */
    public record GroupSeat(long id, boolean guest, GroupRole role, Instant joinedAt) {}

    /**
     * An entry of a group's log.
     *
     * @param event of a SYSTEM entry, as JOINED
     * @param members whom the event concerns, at most 50 of them are named
     * @param total how many it concerns
     * @param text of a TEXT that was not recalled
     * @param fileId of a picture or a file
     */
    public record GroupEntry(
            long seq,
            EntryKind kind,
            long sender,
            Instant at,
            @Nullable String event,
            List<Long> members,
            int total,
            @Nullable String title,
            @Nullable String text,
            @Nullable Long fileId) {}

    /** Dissolved ones are left out. */
    public Map<Long, GroupState> states(long orgId, Collection<Long> conversationIds) {
        return conversationIds.isEmpty()
                ? Map.of()
                : store.states(orgId, conversationIds).stream()
                        .collect(Collectors.toMap(GroupState::conversationId, Function.identity()));
    }

    /** Everybody: the staff first, owner and administrators before others. */
    public List<GroupSeat> seats(long orgId, long conversationId) {
        return store.seats(orgId, conversationId);
    }

    /** Somebody's place. */
    public Optional<GroupSeat> seat(long orgId, long conversationId, long principalId) {
        return store.seat(orgId, conversationId, principalId);
    }

    /** In which of the groups somebody sits. */
    public List<Long> seatedIn(long orgId, long principalId, Collection<Long> conversationIds) {
        return conversationIds.isEmpty() ? List.of() : store.seatedIn(orgId, principalId, conversationIds);
    }

    /** Those of the people who sit there or did. */
    public Set<Long> everSeated(long orgId, long conversationId, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(store.everSeated(orgId, conversationId, ids));
    }

    /** What was written behind an entry, the first of it first. */
    public List<GroupEntry> entries(long orgId, long conversationId, long after, int limit) {
        return store.entries(orgId, conversationId, after, limit);
    }

    /**
     * More employees; they see what is said from now on.
     *
     * @param most messaging.group_full beyond
     */
    public void addStaff(Actor by, long conversationId, Collection<Long> staffIds, int most) {
        requireStaff(by.orgId(), staffIds);
        change(by, conversationId, turn -> {
            List<Long> added = seating.seat(turn, staffIds, turn.seq() + 1);
            if (added.isEmpty()) {
                return;
            }
            welcome(turn, added, most);
        });
    }

    private void welcome(Turn turn, List<Long> added, int most) {
        turn.state(turn.state().withMembers(added.size()));
        if (turn.state().memberCount() > most) {
            throw MessagingProblem.GROUP_FULL.problem("max", most);
        }
        turns.write(turn, Turns.Event.about(Turns.Event.Type.JOINED, turn.actor(), added));
        seating.announce(turn, added);
    }

    public void rename(Actor by, long conversationId, String rawTitle) {
        String title = BodyRule.title(rawTitle);
        change(by, conversationId, turn -> {
            if (!title.equals(turn.state().title())) {
                turn.state(turn.state().withTitle(title));
                turns.write(
                        turn,
                        Turns.Event.about(Turns.Event.Type.TITLE, by, List.of()).withTitle(title));
            }
        });
    }

    /** ADMIN or MEMBER, of an employee who is not the owner; else messaging.owner_only. */
    public void setRole(Actor by, long conversationId, long staffId, GroupRole role) {
        change(by, conversationId, turn -> {
            GroupRole before =
                    seats.role(by, conversationId, staffId).orElseThrow(MessagingProblem.MEMBER_NOT_FOUND::problem);
            groups.changeRole(turn, staffId, before, role);
        });
    }

    /** Somebody else owns the group; he is brought in when he is not in it. Who owned it stays as a member. */
    public void setOwner(Actor by, long conversationId, long staffId) {
        requireStaff(by.orgId(), List.of(staffId));
        change(by, conversationId, turn -> {
            List<Long> owners = store.owners(by.orgId(), conversationId);
            if (owners.contains(staffId)) {
                return;
            }
            List<Long> added = seating.seat(turn, List.of(staffId), turn.seq() + 1);
            if (!added.isEmpty()) {
                welcome(turn, added, Integer.MAX_VALUE);
            }
            owners.forEach(owner -> groups.demote(turn, owner));
            groups.crown(turn, staffId);
        });
    }

    public void dissolve(Actor by, long conversationId) {
        change(by, conversationId, groups::end);
    }

    /** Two customers turned out to be one person: in the group he is the other one from now on. Leaves no entry. */
    public void replaceCustomer(long orgId, long conversationId, long from, long to) {
        Actor other = new Actor(orgId, to, Set.of(), Locale.ROOT, ZoneOffset.UTC);
        change(other, conversationId, turn -> {
            Optional<GroupSeat> seat = store.seat(orgId, conversationId, from).filter(GroupSeat::guest);
            if (seat.isEmpty() || from == to) {
                return;
            }
            long first = seats.place(other, conversationId, from).orElseThrow().fromSeq();
            List<Long> seated = seating.seatGuests(turn, List.of(to), first);
            turn.state(turn.state().withMembers(seated.size()));
            seating.unseat(turn, List.of(from));
            seating.announce(turn, seated);
        });
    }

    private void change(Actor by, long conversationId, Consumer<Turn> work) {
        turns.change(by, conversationId, turn -> {
            if (turn.state().kind() != ConversationKind.GROUP || !turn.state().external()) {
                throw MessagingProblem.NOT_FOUND.problem();
            }
            work.accept(turn);
        });
    }

    private void requireStaff(long orgId, Collection<Long> ids) {
        if (members.present(orgId, ids).size() != Set.copyOf(ids).size()) {
            throw MessagingProblem.MEMBER_NOT_FOUND.problem();
        }
    }
}
