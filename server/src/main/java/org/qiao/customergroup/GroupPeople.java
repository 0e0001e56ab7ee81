package org.qiao.customergroup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelations;
import org.qiao.customergroup.CustomerGroupRequests.AddPeopleRequest;
import org.qiao.customergroup.GroupAccess.Position;
import org.qiao.customergroup.GroupDoor.Expected;
import org.qiao.customergroup.GroupMemberStore.Place;
import org.qiao.customergroup.GroupMemberStore.Via;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.GroupRole;
import org.qiao.messaging.MessagingProblem;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Who is in a group, as the staff sees and changes it. */
@Service
class GroupPeople {

    private final GroupMemberStore store;
    private final CustomerGroups groups;
    private final GroupAccess access;
    private final GroupGuests guests;
    private final GroupDoor door;
    private final GroupLog log;
    private final Others others;

    GroupPeople(
            GroupMemberStore store,
            CustomerGroups groups,
            GroupAccess access,
            GroupGuests guests,
            GroupDoor door,
            GroupLog log,
            Others others) {
        this.store = store;
        this.groups = groups;
        this.access = access;
        this.guests = guests;
        this.door = door;
        this.log = log;
        this.others = others;
    }

    /** What other modules know and do. */
    @Component("customergroupOthers")
    record Others(
            SharedGroups shared,
            CustomerConversations conversations,
            CustomerRelations relations,
            Members members,
            CustomerGroupRules rules,
            Clock clock) {}

    /**
     * Somebody in a group.
     *
     * @param via how a customer came; null for staff
     * @param servedBy whose customer he is
     */
    record GroupPerson(
            long id,
            String name,
            @Nullable String avatar,
            boolean staff,
            GroupRole role,
            Instant joinedAt,
            @Nullable Via via,
            @Nullable Card invitedBy,
            @Nullable Long codeId,
            String state,
            @Nullable Instant mutedUntil,
            List<Card> servedBy) {}

    /** The staff first. @param staff null for everybody */
    Page<GroupPerson> list(
            Actor actor, long id, @Nullable Boolean staff, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        CustomerGroup group = access.require(actor, id).group();
        List<GroupSeat> seats = others.shared().seats(actor.orgId(), group.conversation()).stream()
                .filter(seat -> staff == null || seat.guest() != staff)
                .toList();
        Page<GroupSeat> page = page(seats, after, size);
        return new Page<>(people(actor, group, page.items()), page.next());
    }

    static Page<GroupSeat> page(List<GroupSeat> seats, @Nullable String after, int size) {
        int from = from(seats, after);
        return Page.cut(
                seats.subList(from, Math.min(seats.size(), from + size + 1)),
                size,
                seat -> seats.indexOf(seat) + "_" + seat.id());
    }

    /** Behind whom the last page ended with; when he has left meanwhile, where he stood. */
    static int from(List<GroupSeat> seats, @Nullable String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        String[] parts = after.split("_", -1);
        if (parts.length != 2) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        int stood = (int) Math.clamp(Limits.key(parts[0], 0), 0L, (long) seats.size());
        long last = Limits.key(parts[1], 0);
        return IntStream.range(0, seats.size())
                .filter(place -> seats.get(place).id() == last)
                .map(place -> place + 1)
                .findFirst()
                .orElse(stood);
    }

    private List<GroupPerson> people(Actor actor, CustomerGroup group, List<GroupSeat> seats) {
        List<Long> customers =
                seats.stream().filter(GroupSeat::guest).map(GroupSeat::id).toList();
        Map<Long, Place> places = store.places(group, customers);
        Map<Long, List<Long>> servers = others.relations().servers(actor.orgId(), customers);
        Set<Long> ids = new HashSet<>();
        seats.forEach(seat -> ids.add(seat.id()));
        servers.values().forEach(ids::addAll);
        places.values().stream().map(Place::invitedBy).filter(Objects::nonNull).forEach(ids::add);
        Map<Long, Card> cards = others.members().cardsById(actor.orgId(), ids);
        Instant now = others.clock().instant();
        List<GroupPerson> people = new ArrayList<>();
        for (GroupSeat seat : seats) {
            Card card = cards.get(seat.id());
            if (card != null) {
                people.add(person(seat, card, new Known(places.get(seat.id()), servers, cards, now)));
            }
        }
        return people;
    }

    private record Known(@Nullable Place place, Map<Long, List<Long>> servers, Map<Long, Card> cards, Instant now) {}

    private static GroupPerson person(GroupSeat seat, Card card, Known known) {
        Place place = known.place();
        Long inviter = place == null ? null : place.invitedBy();
        Instant muted = place == null ? null : place.mutedUntil();
        return new GroupPerson(
                seat.id(),
                card.name(),
                card.avatar(),
                !seat.guest(),
                seat.role(),
                seat.joinedAt(),
                place == null ? null : place.via(),
                inviter == null ? null : known.cards().get(inviter),
                place == null ? null : place.codeId(),
                place == null ? "" : place.state(),
                muted != null && muted.isAfter(known.now()) ? muted : null,
                known.servers().getOrDefault(seat.id(), List.of()).stream()
                        .map(known.cards()::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    void add(Actor actor, long id, AddPeopleRequest input) {
        CustomerGroup group = access.require(actor, id).group();
        long conversation = group.conversation();
        groups.requirePresent(actor, input.staffIds());
        List<Long> customers = guests.require(actor, input.customerIds());
        int most = others.rules().most(actor.orgId());
        if (!input.staffIds().isEmpty()) {
            full(most, () -> others.shared().addStaff(actor, conversation, input.staffIds(), most));
        }
        for (Long customer : customers) {
            GroupDoor.Entry entry = door.join(actor.orgId(), id, new Expected(customer, null, actor.principalId(), ""));
            switch (entry) {
                case FULL -> throw CustomergroupProblem.FULL.problem("max", most);
                case GONE -> throw CustomergroupProblem.NOT_FOUND.problem();
                case JOINED, ALREADY_IN -> {}
            }
        }
        log.read(actor.orgId(), id);
    }

    private static void full(int most, Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            throw problem.is(MessagingProblem.GROUP_FULL) ? CustomergroupProblem.FULL.problem("max", most) : problem;
        }
    }

    /** Oneself: leaving. */
    void remove(Actor actor, long id, long personId) {
        Position position = access.require(actor, id);
        CustomerGroup group = position.group();
        GroupSeat seat = others.shared()
                .seat(actor.orgId(), group.conversation(), personId)
                .orElseThrow(CustomergroupProblem.UNKNOWN_PEOPLE::problem);
        if (personId != actor.principalId() && !position.standing().mayRemove(seat.role())) {
            throw CustomergroupProblem.NOT_ALLOWED.problem();
        }
        try {
            others.conversations().remove(actor, group.conversation(), personId);
        } catch (Problem problem) {
            throw problem.is(MessagingProblem.LAST_OF_STAFF) ? CustomergroupProblem.LAST_OF_STAFF.problem() : problem;
        }
        log.read(actor.orgId(), id);
    }

    void setRole(Actor actor, long id, long personId, GroupRole role) {
        CustomerGroup group = access.require(actor, id).requireOwn().group();
        GroupSeat seat = others.shared()
                .seat(actor.orgId(), group.conversation(), personId)
                .filter(found -> !found.guest())
                .orElseThrow(CustomergroupProblem.UNKNOWN_PEOPLE::problem);
        if (role == GroupRole.OWNER || seat.role() == GroupRole.OWNER) {
            throw CustomergroupProblem.NOT_ALLOWED.problem();
        }
        others.shared().setRole(actor, group.conversation(), personId, role);
        log.read(actor.orgId(), id);
    }
}
