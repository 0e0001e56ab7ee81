package org.qiao.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.qiao.account.Guests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a customer leaves for ever. What follows is done by every {@link PersonData}, in the order that module privacy keeps. */
@Service
public class CustomerErasures {

    private final CustomerPrivacyStore store;
    private final CustomerStore customers;
    private final CustomerRelations relations;
    private final Guests guests;
    private final Clock clock;

    CustomerErasures(
            CustomerPrivacyStore store,
            CustomerStore customers,
            CustomerRelations relations,
            Guests guests,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.relations = relations;
        this.guests = guests;
        this.clock = clock;
    }

    /** The door is shut before anything is emptied: no relation is opened again, no device gets in. A repeat changes nothing. */
    @Transactional
    public void begin(Person person) {
        customers.lock(person.orgId(), person.ids());
        for (long id : person.ids()) {
            relations.ofCustomer(person.orgId(), id).stream()
                    .filter(CustomerRelation::isOpen)
                    .forEach(relation -> relations.close(person.orgId(), relation.id(), RelationEnd.ERASED, null));
            guests.revokeAll(person.orgId(), id);
            guests.setEnabled(person.orgId(), id, false);
        }
        store.begin(person, clock.instant());
    }

    /** Whom nobody serves and who was new or left before the time, in the order of their ids. */
    public List<Long> silent(long orgId, Instant before, long after, int limit) {
        return store.silent(orgId, before, after, limit);
    }
}
