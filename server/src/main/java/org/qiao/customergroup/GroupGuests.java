package org.qiao.customergroup;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.customer.Customer;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor.JoinRule;
import org.qiao.platform.Actor;
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
        Map<Long, Customer> known = customers.visible(actor, ids);
        Set<Long> found = new LinkedHashSet<>();
        int place = 0;
        for (Long id : ids) {
            Customer customer = known.get(id);
            if (customer == null || customer.isErased()) {
                throw CustomergroupProblem.NOT_YOUR_CUSTOMER.problem("place", place);
            }
            if (customer.isBlocked()) {
                throw CustomergroupProblem.BLOCKED.problem("place", place);
            }
            place++;
            found.add(customer.id());
        }
        List<Long> contacts = customers.families(actor.orgId(), found).values().stream()
                .flatMap(List::stream)
                .toList();
        rules.forEach(rule -> rule.require(actor.orgId(), contacts));
        return List.copyOf(found);
    }
}
