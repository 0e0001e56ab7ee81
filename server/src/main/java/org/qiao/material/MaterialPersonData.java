package org.qiao.material;

import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.material.MaterialPersonStore.Opening;
import org.qiao.messaging.CustomerLogs;
import org.qiao.messaging.CustomerLogs.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What he opened, and how long he read; that somebody did stays counted at what was sent. */
@Component
class MaterialPersonData implements PersonData {

    private static final int PORTION = 500;

    private final MaterialPersonStore store;
    private final CustomerLogs logs;

    MaterialPersonData(MaterialPersonStore store, CustomerLogs logs) {
        this.store = store;
        this.logs = logs;
    }

    @Override
    public String name() {
        return "material";
    }

    @Override
    public void export(Person person, PersonExport out) {
        List<Long> conversations = conversations(person);
        long after = 0;
        List<Opening> page;
        do {
            page = store.openings(person, conversations, after, PORTION);
            page.forEach(opening -> out.row(
                    "material-openings",
                    Map.of("at", opening.at(), "title", opening.title(), "seconds", opening.seconds())));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        return store.erase(person, conversations(person), PORTION) < PORTION;
    }

    /** Openings lie by what was sent, and that by conversation. */
    private List<Long> conversations(Person person) {
        return logs.places(person.orgId(), person.ids()).stream()
                .map(Place::conversationId)
                .toList();
    }
}
