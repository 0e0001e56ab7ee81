package org.qiao.customercare;

import java.util.List;
import org.qiao.card.Cards;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.messaging.CustomerLogs;
import org.springframework.stereotype.Component;

/**
 * Cards that told colleagues that he waited, or that he was passed on to them, name him. Everything else that is kept of him here are
 * ids, times and counts.
 */
@Component
class CarePersonData implements PersonData {

    private final CustomerLogs logs;
    private final Cards cards;

    CarePersonData(CustomerLogs logs, Cards cards) {
        this.logs = logs;
        this.cards = cards;
    }

    @Override
    public String name() {
        return "customercare";
    }

    /** Late: until his relations are closed, and that is looked at, somebody may still be told. */
    @Override
    public int order() {
        return LAST - 1;
    }

    @Override
    public void export(Person person, PersonExport out) {
        // that he waited, and how long, is behaviour of employees: there is nothing of his to tell
    }

    @Override
    public boolean erase(Person person) {
        List<Long> threads = logs.places(person.orgId(), person.ids()).stream()
                .filter(CustomerLogs.Place::thread)
                .map(CustomerLogs.Place::conversationId)
                .toList();
        cards.erase(person.orgId(), CareTelling.APP, CareNews.TOPIC, threads);
        return true;
    }
}
