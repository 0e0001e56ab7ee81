package org.qiao.customergroup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.customer.Customers;
import org.qiao.messaging.GroupRole;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Who may do what with a group; for everybody who has nothing to do with it, it is not there. */
@Service
public class GroupAccess {

    private final CustomerGroupStore store;
    private final GroupMemberStore members;
    private final SharedGroups shared;
    private final Customers customers;

    GroupAccess(CustomerGroupStore store, GroupMemberStore members, SharedGroups shared, Customers customers) {
        this.store = store;
        this.members = members;
        this.shared = shared;
        this.customers = customers;
    }

    /** @param seated sits in the group */
    record Position(CustomerGroup group, GroupStanding standing, boolean seated) {

        Position requireManage() {
            if (!standing.mayManage()) {
                throw CustomergroupProblem.NOT_ALLOWED.problem();
            }
            return this;
        }

        Position requireOwn() {
            if (!standing.mayOwn()) {
                throw CustomergroupProblem.NOT_ALLOWED.problem();
            }
            return this;
        }
    }

    Position require(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .filter(group -> !group.dissolved())
                .flatMap(group -> position(actor, group))
                .orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
    }

    Position requireConversation(Actor actor, long conversationId) {
        return store.findConversation(actor.orgId(), conversationId)
                .filter(group -> !group.dissolved())
                .flatMap(group -> position(actor, group))
                .orElseThrow(CustomergroupProblem.NOT_FOUND::problem);
    }

    private Optional<Position> position(Actor actor, CustomerGroup group) {
        Long conversation = group.conversationId();
        Optional<GroupRole> role = conversation == null
                ? (group.ownerId() == actor.principalId() ? Optional.of(GroupRole.OWNER) : Optional.empty())
                : shared.seat(actor.orgId(), conversation, actor.principalId())
                        .filter(seat -> !seat.guest())
                        .map(GroupSeat::role);
        boolean oversees = actor.isAdmin() || customers.ledBy(actor).contains(group.ownerId());
        return role.map(known -> new Position(group, GroupStanding.of(known, oversees), true))
                .or(() ->
                        oversees ? Optional.of(new Position(group, GroupStanding.OVERSEER, false)) : Optional.empty());
    }

    /** The same for some at once, as far as logs were read; those with which the actor has nothing to do are left out. */
    Map<Long, Position> positions(Actor actor, Collection<CustomerGroup> groups) {
        Map<Long, GroupRole> roles = members.roles(
                actor.orgId(),
                actor.principalId(),
                groups.stream().map(CustomerGroup::id).toList());
        Set<Long> led = actor.isAdmin() ? Set.of() : customers.ledBy(actor);
        Map<Long, Position> positions = new HashMap<>();
        for (CustomerGroup group : groups) {
            boolean oversees = actor.isAdmin() || led.contains(group.ownerId());
            GroupRole role = roles.get(group.id());
            if (role != null) {
                positions.put(group.id(), new Position(group, GroupStanding.of(role, oversees), true));
            } else if (oversees) {
                positions.put(group.id(), new Position(group, GroupStanding.OVERSEER, false));
            }
        }
        return positions;
    }

    /** Refused like a missing one when the actor has nothing to do with it, and when he may not manage it. */
    public void requireManaged(Actor actor, long groupId) {
        require(actor, groupId).requireManage();
    }

    /** Those of the groups that the actor manages. */
    public List<Long> managed(Actor actor, Collection<Long> groupIds) {
        List<CustomerGroup> groups = groupIds.isEmpty() ? List.of() : store.findAll(actor.orgId(), groupIds);
        return positions(actor, groups).values().stream()
                .filter(position ->
                        position.standing().mayManage() && !position.group().dissolved())
                .map(position -> position.group().id())
                .toList();
    }

    /** What those of the groups are called with which the actor has to do. */
    public Map<Long, String> titles(Actor actor, Collection<Long> groupIds) {
        List<CustomerGroup> groups = groupIds.isEmpty() ? List.of() : store.findAll(actor.orgId(), groupIds);
        Map<Long, String> titles = new HashMap<>();
        positions(actor, groups)
                .forEach((id, position) -> titles.put(id, position.group().title()));
        return titles;
    }

    /** Whether he reads the group. */
    public void requireReader(Actor actor, long groupId) {
        require(actor, groupId);
    }

    /** The groups in which he sits and that he manages. */
    public List<Long> manages(Actor actor) {
        return managed(actor, members.groupsOf(actor.orgId(), actor.principalId()));
    }

    /** Whether somebody is, or was, a customer in the group. */
    public boolean isCustomerOf(long orgId, long groupId, long customerId) {
        return store.find(orgId, groupId)
                .map(group -> members.guests(group, Set.of(customerId)).contains(customerId))
                .orElse(false);
    }
}
