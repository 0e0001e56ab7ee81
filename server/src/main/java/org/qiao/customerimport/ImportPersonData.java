package org.qiao.customerimport;

import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** With which numbers and addresses he was brought in; everything else of his row is where other modules keep it. */
@Component
class ImportPersonData implements PersonData {

    private final ContactStore contacts;

    ImportPersonData(ContactStore contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "customerimport";
    }

    @Override
    public void export(Person person, PersonExport out) {
        contacts.of(person)
                .forEach(contact -> out.row(
                        "imported-contacts", Map.of("kind", contact.kind().name(), "value", contact.value())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        contacts.erase(person);
        return true;
    }
}
