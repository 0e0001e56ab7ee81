package org.qiao.customergroup;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor.JoinRule;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which customers somebody may bring into a group: those he may look at, and whom the company wants in its groups. */
@Component
class GroupGuests {

    private final Customers customers;
    private final ObjectProvider<JoinRule> rules;

    GroupGuests(Customers customers, ObjectProvider<JoinRule> rules) {
        this.customers = customers;
        this.rules = rules;
    }

    /** The contacts that the ids stand for now. */
    List<Long> require(Actor actor, Collection<Long> ids) {
        Set<Long> found = new LinkedHashSet<>();
        int place = 0;
        for (Long id : ids) {
            Customer customer = look(actor, id, place);
            if (customer.isBlocked()) {
                throw CustomergroupProblem.BLOCKED.problem("place", place);
            }
            place++;
            List<Long> family = customers.family(actor.orgId(), customer.id());
            rules.forEach(rule -> rule.require(actor.orgId(), family));
            found.add(customer.id());
        }
        return List.copyOf(found);
    }

    private Customer look(Actor actor, long id, int place) {
        try {
            Customer customer = customers.require(actor, id);
            if (customer.isErased()) {
                throw CustomerProblem.NOT_FOUND.problem();
            }
            return customer;
        } catch (Problem problem) {
            if (problem.is(CustomerProblem.NOT_FOUND)) {
                throw CustomergroupProblem.NOT_YOUR_CUSTOMER.problem("place", place);
            }
            throw problem;
        }
    }
}
