package org.qiao.customergroup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.account.Guests;
import org.qiao.customergroup.CustomerGroupStore.Slice;
import org.qiao.customergroup.GroupMemberStore.Stay;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.GroupRole;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.messaging.SharedGroups.GroupState;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What customers see of their groups: of others the name and the picture, and nothing more. */
@Service
public class VisitGroups {

    private static final int GROUPS_MAX = 200;
    private static final int NAMES_MAX = 100;

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final SharedGroups shared;
    private final CustomerConversations conversations;
    private final GroupLog log;
    private final Faces faces;
    private final Clock clock;

    VisitGroups(
            CustomerGroupStore store,
            GroupMemberStore members,
            SharedGroups shared,
            CustomerConversations conversations,
            GroupLog log,
            Faces faces,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.shared = shared;
        this.conversations = conversations;
        this.log = log;
        this.faces = faces;
        this.clock = clock;
    }

    /** How people look. */
    @Component("customergroupFaces")
    record Faces(Members members, Guests guests, Files files) {}

    /** A group in which a customer sits. */
    public record VisitGroup(
            long id,
            long conversationId,
            String title,
            String notice,
            int members,
            @Nullable Instant mutedUntil,
            boolean mutedAll,
            Instant joinedAt) {}

    /** @param picture a path that needs the token */
    record VisitGroupPerson(long id, String name, @Nullable String picture, boolean staff, boolean owner) {}

    record VisitGroupList(List<VisitGroup> items) {}

    /** Newest first, as far as logs were read; one that he has just come into is seen by {@link #get}. */
    List<VisitGroup> list(Guest guest) {
        return views(
                guest.orgId(),
                guest.id(),
                store.listOf(guest.orgId(), guest.id(), true, new Slice(Long.MAX_VALUE, null, GROUPS_MAX)));
    }

    /** Refused like a missing one when he does not sit there. */
    public VisitGroup get(long orgId, long customerId, long groupId) {
        return views(orgId, customerId, List.of(require(orgId, customerId, groupId))).stream()
                .findFirst()
                .orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
    }

    private List<VisitGroup> views(long orgId, long customerId, List<CustomerGroup> groups) {
        Map<Long, GroupState> states = shared.states(
                orgId,
                groups.stream()
                        .map(CustomerGroup::conversationId)
                        .filter(Objects::nonNull)
                        .toList());
        Map<Long, Stay> stays = members.stays(
                orgId, customerId, groups.stream().map(CustomerGroup::id).toList());
        Instant now = clock.instant();
        List<VisitGroup> views = new ArrayList<>();
        for (CustomerGroup group : groups) {
            Long conversation = group.conversationId();
            GroupState state = conversation == null ? null : states.get(conversation);
            if (state != null) {
                views.add(view(group, state, stays.getOrDefault(group.id(), new Stay(now, null)), now));
            }
        }
        return views;
    }

    private static VisitGroup view(CustomerGroup group, GroupState state, Stay stay, Instant now) {
        Instant muted = stay.mutedUntil();
        return new VisitGroup(
                group.id(),
                state.conversationId(),
                state.title(),
                group.notice().text(),
                state.members(),
                muted != null && muted.isAfter(now) ? muted : null,
                group.rules().mutedAll(),
                stay.joinedAt());
    }

    private CustomerGroup require(long orgId, long customerId, long groupId) {
        return store.find(orgId, groupId)
                .filter(group -> !group.dissolved() && group.conversationId() != null)
                .filter(group -> shared.seat(orgId, group.conversation(), customerId)
                        .filter(GroupSeat::guest)
                        .isPresent())
                .orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
    }

    /** Who sits there, the staff first. */
    Page<VisitGroupPerson> people(Guest guest, long groupId, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        CustomerGroup group = require(guest.orgId(), guest.id(), groupId);
        List<GroupSeat> seats = shared.seats(guest.orgId(), group.conversation());
        Page<GroupSeat> page = GroupPeople.page(seats, after, size);
        return new Page<>(
                faces(group, page.items().stream().map(GroupSeat::id).toList(), owners(page.items())), page.next());
    }

    private static Set<Long> owners(Collection<GroupSeat> seats) {
        Set<Long> owners = new HashSet<>();
        seats.stream().filter(seat -> seat.role() == GroupRole.OWNER).forEach(seat -> owners.add(seat.id()));
        return owners;
    }

    /** Those of the ids who sit or sat there: for the names in what was said. */
    List<VisitGroupPerson> named(Guest guest, long groupId, List<Long> ids) {
        if (ids.size() > NAMES_MAX) {
            throw PlatformProblem.INVALID.problem("field", "ids", "max", NAMES_MAX);
        }
        CustomerGroup group = require(guest.orgId(), guest.id(), groupId);
        Set<Long> known = shared.everSeated(guest.orgId(), group.conversation(), ids);
        return faces(group, ids.stream().distinct().filter(known::contains).toList(), Set.of(group.ownerId()));
    }

    private List<VisitGroupPerson> faces(CustomerGroup group, List<Long> ids, Set<Long> owners) {
        Map<Long, Guests.Face> customers = faces.guests().faces(group.orgId(), ids);
        List<Long> others =
                ids.stream().filter(id -> !customers.containsKey(id)).toList();
        Map<Long, Long> pictures = faces.members().avatars(group.orgId(), others);
        Map<Long, VisitGroupPerson> people = new HashMap<>();
        customers
                .values()
                .forEach(face -> people.put(
                        face.id(),
                        new VisitGroupPerson(
                                face.id(), face.name(), picture(group, face.id(), face.avatarId()), false, false)));
        for (Card card : faces.members().cards(group.orgId(), others)) {
            String picture = picture(group, card.id(), pictures.get(card.id()));
            people.put(
                    card.id(), new VisitGroupPerson(card.id(), card.name(), picture, true, owners.contains(card.id())));
        }
        return ids.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    private static @Nullable String picture(CustomerGroup group, long personId, @Nullable Long fileId) {
        return fileId == null
                ? null
                : "/api/visit/groups/" + group.id() + "/people/" + personId + "/picture?v=" + fileId;
    }

    Thumbnail picture(Guest guest, long groupId, long personId) {
        CustomerGroup group = require(guest.orgId(), guest.id(), groupId);
        if (shared.everSeated(guest.orgId(), group.conversation(), List.of(personId))
                .isEmpty()) {
            throw CustomergroupProblem.NOT_FOUND.problem();
        }
        Guests.Face face = faces.guests().find(guest.orgId(), personId).orElse(null);
        Long file = face != null
                ? face.avatarId()
                : faces.members().avatars(guest.orgId(), List.of(personId)).get(personId);
        if (file == null) {
            throw CustomergroupProblem.NOT_FOUND.problem();
        }
        return faces.files().thumbnail(guest.orgId(), file);
    }

    /** Whose group it is. */
    public long owner(Guest guest, long groupId) {
        return require(guest.orgId(), guest.id(), groupId).ownerId();
    }

    public void leave(Guest guest, long groupId) {
        CustomerGroup group = require(guest.orgId(), guest.id(), groupId);
        conversations.remove(guest.actor(), group.conversation(), guest.id());
        log.read(guest.orgId(), groupId);
    }
}
