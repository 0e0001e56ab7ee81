package org.qiao.masssend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.OwnedGroup;
import org.qiao.customerprofile.CustomerPicks;
import org.qiao.customerprofile.CustomerPicks.Pick;
import org.qiao.customerprofile.LineFilter;
import org.qiao.masssend.MassRequests.MassGroupTarget;
import org.qiao.masssend.MassRequests.MassRequest;
import org.qiao.masssend.MassRequests.MassTarget;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Finds out to whom a mass message goes: each customer once, from whoever talked with him last. */
@Component
class MassTargets {

    /** As many as a company has customers, by the standard. */
    static final int RECIPIENTS_MAX = 50_000;

    private final Audiences audiences;
    private final Customers customers;
    private final CustomerRelations relations;
    private final CustomerPicks picks;
    private final GroupDoor groups;

    MassTargets(
            Audiences audiences,
            Customers customers,
            CustomerRelations relations,
            CustomerPicks picks,
            GroupDoor groups) {
        this.audiences = audiences;
        this.customers = customers;
        this.relations = relations;
        this.picks = picks;
        this.groups = groups;
    }

    /**
     * Somebody it goes to: a customer, or a group.
     *
     * @param relationId of a customer
     * @param reached customers
     */
    record Aim(
            long memberId,
            @Nullable Long relationId,
            @Nullable Long customerId,
            @Nullable Long groupId,
            int reached) {}

    List<Aim> choose(Actor actor, MassRequest request) {
        MassTarget target = request.target();
        MassGroupTarget rooms = target.groups();
        Collection<Long> people = people(actor, request.kind(), target.range());
        if (rooms == null) {
            return customers(actor, people, target);
        }
        if (target.segmentId() != null || target.filter() != null || target.relationIds() != null) {
            throw MasssendProblem.BAD_RANGE.problem();
        }
        return rooms(actor.orgId(), people, rooms.ids());
    }

    private List<Aim> rooms(long orgId, Collection<Long> people, @Nullable Set<Long> ids) {
        List<OwnedGroup> found = ids == null
                ? groups.ofOwners(orgId, people, MassRequests.GROUPS_MAX + 1)
                : groups.owned(orgId, ids).stream()
                        .filter(group -> people.contains(group.ownerId()))
                        .toList();
        if (ids != null && found.size() != ids.size()) {
            throw MasssendProblem.UNKNOWN_GROUP.problem();
        }
        if (found.size() > MassRequests.GROUPS_MAX) {
            throw MasssendProblem.TOO_MANY.problem("max", MassRequests.GROUPS_MAX);
        }
        return found.stream()
                .map(group -> new Aim(group.ownerId(), null, null, group.groupId(), group.customers()))
                .toList();
    }

    private List<Aim> customers(Actor actor, Collection<Long> people, MassTarget target) {
        Set<Long> chosen = target.relationIds();
        List<Pick> found = chosen == null ? filtered(actor, people, target) : chosen(actor, people, chosen);
        Map<Long, Pick> once = new LinkedHashMap<>();
        found.forEach(pick -> once.putIfAbsent(pick.customerId(), pick));
        if (once.size() > RECIPIENTS_MAX) {
            throw MasssendProblem.TOO_MANY.problem("max", RECIPIENTS_MAX);
        }
        return once.values().stream()
                .map(pick -> new Aim(pick.memberId(), pick.relationId(), pick.customerId(), null, 1))
                .toList();
    }

    private List<Pick> filtered(Actor actor, Collection<Long> people, MassTarget target) {
        Long segment = target.segmentId();
        LineFilter filter = segment == null ? target.filter() : picks.segment(actor, segment);
        Long one = filter == null ? null : filter.member();
        Collection<Long> members =
                one == null ? people : people.stream().filter(one::equals).toList();
        return members.isEmpty() ? List.of() : picks.list(actor, members, filter, 2 * RECIPIENTS_MAX);
    }

    /** Whoever was chosen one by one stays in the list even when he gets nothing, with the reason. */
    private List<Pick> chosen(Actor actor, Collection<Long> people, Set<Long> ids) {
        List<CustomerRelation> found = relations.findAll(actor.orgId(), ids).stream()
                .filter(relation -> people.contains(relation.memberId()))
                .toList();
        if (found.size() != ids.size()) {
            throw MasssendProblem.UNKNOWN_CUSTOMER.problem();
        }
        return found.stream()
                .map(relation -> new Pick(relation.id(), relation.customerId(), relation.memberId()))
                .toList();
    }

    /** Whose customers: administrators may mean everybody's, whoever leads people theirs. */
    private Collection<Long> people(Actor actor, MassKind kind, @Nullable StartRange range) {
        if (kind == MassKind.PERSONAL) {
            if (range != null) {
                throw MasssendProblem.BAD_RANGE.problem();
            }
            return Set.of(actor.principalId());
        }
        Set<Long> led = actor.isAdmin() ? Set.of() : customers.ledBy(actor);
        if (!actor.isAdmin() && led.isEmpty()) {
            throw MasssendProblem.NOT_ALLOWED.problem();
        }
        if (range == null || !audiences.isKnown(actor, range, Set.of())) {
            throw MasssendProblem.BAD_RANGE.problem();
        }
        Set<Long> people = audiences.people(actor.orgId(), range);
        if (!actor.isAdmin() && !reaches(led, actor, people)) {
            throw MasssendProblem.NOT_YOUR_PEOPLE.problem();
        }
        return people;
    }

    private static boolean reaches(Set<Long> led, Actor actor, Set<Long> people) {
        return people.stream().allMatch(id -> id == actor.principalId() || led.contains(id));
    }
}
