package org.qiao.customer;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.directory.Departments;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/**
 * Who may look at a customer: full administrators, whoever has an open relation to him, and whoever leads somebody that serves him
 * or has served him. For everybody else he is not there.
 */
@Component
class CustomerAccess {

    private static final int PEOPLE_MAX = 200_000;

    private final CustomerStore store;
    private final RelationStore relations;
    private final Departments departments;

    CustomerAccess(CustomerStore store, RelationStore relations, Departments departments) {
        this.store = store;
        this.relations = relations;
        this.departments = departments;
    }

    /** @return the contact he is, also when the id is one that was merged into it */
    Customer require(Actor actor, long customerId) {
        Customer customer = current(actor.orgId(), customerId);
        boolean mayLook = actor.isAdmin()
                || relations.serves(actor.orgId(), customer.id(), actor.principalId())
                || leadsAny(actor, new HashSet<>(relations.servers(actor.orgId(), customer.id())));
        if (!mayLook) {
            throw CustomerProblem.NOT_FOUND.problem();
        }
        return customer;
    }

    /** The same of many at once, by the ids asked for; whom the actor may not look at is left out. */
    Map<Long, Customer> visible(Actor actor, Collection<Long> ids) {
        Map<Long, Customer> now = currents(actor.orgId(), ids);
        if (!actor.isAdmin()) {
            Set<Long> seen = seen(
                    actor, now.values().stream().map(Customer::id).distinct().toList());
            now.values().removeIf(customer -> !seen.contains(customer.id()));
        }
        return now;
    }

    /** The contacts that the ids stand for now, by the ids asked for; one question for each step in which somebody was merged. */
    Map<Long, Customer> currents(long orgId, Collection<Long> ids) {
        Map<Long, Customer> known = new HashMap<>();
        Set<Long> wanted = Set.copyOf(ids);
        while (!wanted.isEmpty()) {
            store.findAll(orgId, wanted).forEach(customer -> known.put(customer.id(), customer));
            wanted = wanted.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .map(Customer::mergedInto)
                    .filter(into -> into != null && !known.containsKey(into))
                    .collect(Collectors.toSet());
        }
        Map<Long, Customer> now = new HashMap<>();
        for (Long id : ids) {
            Customer customer = known.get(id);
            while (customer != null && customer.mergedInto() != null) {
                customer = known.get(customer.mergedInto());
            }
            if (customer != null) {
                now.put(id, customer);
            }
        }
        return now;
    }

    private Set<Long> seen(Actor actor, Collection<Long> ids) {
        Set<Long> seen = relations.openAmong(actor.orgId(), ids, Set.of(actor.principalId())).stream()
                .map(CustomerRelations.Pair::customerId)
                .collect(Collectors.toCollection(HashSet::new));
        Set<Long> led = led(actor);
        if (!led.isEmpty() && seen.size() < ids.size()) {
            seen.addAll(relations.servedBy(actor.orgId(), ids, led));
        }
        return seen;
    }

    /** The contact that the id stands for now: whoever turned out to be somebody may turn out, with him, to be a third. */
    Customer current(long orgId, long customerId) {
        Customer customer = store.find(orgId, customerId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        for (Long into = customer.mergedInto(); into != null; into = customer.mergedInto()) {
            customer = store.find(orgId, into).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        }
        return customer;
    }

    boolean leadsAny(Actor actor, Set<Long> members) {
        return !members.isEmpty() && !Collections.disjoint(led(actor), members);
    }

    /** The people in the departments that the actor leads and below them, without himself. */
    Set<Long> led(Actor actor) {
        Set<Long> places = departments.hierarchy(actor.orgId()).ledBy(actor.principalId());
        if (places.isEmpty()) {
            return Set.of();
        }
        Set<Long> people = new HashSet<>(departments.memberIds(actor.orgId(), places, PEOPLE_MAX));
        people.remove(actor.principalId());
        return people;
    }
}
