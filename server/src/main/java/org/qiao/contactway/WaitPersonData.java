package org.qiao.contactway;

import java.time.Clock;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When he waited, and for whom: nobody takes him any more. */
@Component
class WaitPersonData implements PersonData {

    private final WaitPersonStore store;
    private final Clock clock;

    WaitPersonData(WaitPersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "contactway";
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.waits(person)
                .forEach(wait -> out.row(
                        "waits",
                        Map.of(
                                "since",
                                wait.since(),
                                "code",
                                wait.title(),
                                "status",
                                wait.status(),
                                "state",
                                wait.state())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person, clock.instant());
        return true;
    }
}
