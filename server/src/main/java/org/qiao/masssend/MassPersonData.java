package org.qiao.masssend;

import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mass messages went to him; what they said stands in his thread. */
@Component
class MassPersonData implements PersonData {

    private final MassPersonStore store;

    MassPersonData(MassPersonStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "masssend";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.sent(person).forEach(sent -> out.row("mass-messages", Map.of("at", sent.at(), "state", sent.result())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
