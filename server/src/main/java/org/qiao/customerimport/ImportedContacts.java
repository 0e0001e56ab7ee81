package org.qiao.customerimport;

import java.util.List;
import java.util.Optional;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.Customers;
import org.springframework.stereotype.Service;

/** For the door: who was brought in with an address before he came himself. */
@Service
public class ImportedContacts {

    private final ContactStore contacts;
    private final Customers customers;

    ImportedContacts(ContactStore contacts, Customers customers) {
        this.contacts = contacts;
        this.customers = customers;
    }

    /**
     * The contact that was written down with what somebody has proved now, as long as nobody has proved to be it: a sheet is no
     * proof that two addresses belong to one person.
     */
    public Optional<Long> waiting(long orgId, CustomerKey key) {
        if (key.kind() == CustomerKey.Kind.HOST) {
            return Optional.empty();
        }
        Contact contact = Contact.of(key);
        return Optional.ofNullable(contacts.owners(orgId, List.of(contact)).get(contact))
                .map(id -> customers.current(orgId, id))
                .filter(customer -> !customer.isBlocked() && !customer.isErased())
                .map(Customer::id)
                .filter(id -> customers.keys(orgId, id).isEmpty());
    }
}
