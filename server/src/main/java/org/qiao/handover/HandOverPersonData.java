package org.qiao.handover;

import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From whom to whom he went, and what he agreed to then. */
@Component
class HandOverPersonData implements PersonData {

    private final HandOverPersonStore store;

    HandOverPersonData(HandOverPersonStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.transfers(person)
                .forEach(transfer -> out.row(
                        "hand-overs",
                        Map.of(
                                "at", transfer.startedAt(),
                                "kind", transfer.kind(),
                                "state", transfer.state(),
                                "from", out.member(transfer.fromId()),
                                "to", out.member(transfer.toId()),
                                "message", transfer.message(),
                                "history", transfer.history())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.empty(person);
        return true;
    }
}
