package org.qiao.customer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Who may know a customer by name: administrators, and whoever serves or has served him or leads one of these. */
@Component
class CustomerAcquaintance implements Members.Acquaintance {

    private final RelationStore relations;
    private final CustomerStore customers;
    private final CustomerAccess access;

    CustomerAcquaintance(RelationStore relations, CustomerStore customers, CustomerAccess access) {
        this.relations = relations;
        this.customers = customers;
        this.access = access;
    }

    @Override
    public Set<Long> known(Actor actor, Collection<Long> customerIds) {
        if (customerIds.isEmpty()) {
            return Set.of();
        }
        Set<Long> known = new HashSet<>();
        if (actor.isAdmin()) {
            customers.findAll(actor.orgId(), customerIds).forEach(customer -> known.add(customer.id()));
            return known;
        }
        Set<Long> people = new HashSet<>(access.led(actor));
        people.add(actor.principalId());
        known.addAll(relations.servedBy(actor.orgId(), customerIds, people));
        return known;
    }
}
