package org.qiao.customer;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
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

    /** The contact that the id stands for now. */
    Customer current(long orgId, long customerId) {
        Customer customer = store.find(orgId, customerId).orElseThrow(CustomerProblem.NOT_FOUND::problem);
        Long into = customer.mergedInto();
        return into == null ? customer : store.find(orgId, into).orElseThrow(CustomerProblem.NOT_FOUND::problem);
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
