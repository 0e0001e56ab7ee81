package org.qiao.groupguard;

import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why he comes into no group, and what was done to him in groups. */
@Component
class GuardPersonData implements PersonData {

    private final GuardPersonStore store;

    GuardPersonData(GuardPersonStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "groupguard";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.blocks(person)
                .forEach(block -> out.row("group-blocks", Map.of("at", block.at(), "reason", block.what())));
        store.lines(person).forEach(line -> out.row("group-rules", Map.of("at", line.at(), "kind", line.what())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
