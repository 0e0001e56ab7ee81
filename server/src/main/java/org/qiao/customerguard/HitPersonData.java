package org.qiao.customerguard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.customerguard.HitPersonStore.Spoken;
import org.qiao.messaging.CustomerLogs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Excerpts of what he wrote, also in groups, and of what was written to him: a message that was refused stands nowhere else. */
@Component
class HitPersonData implements PersonData {

    private static final int PORTION = 500;

    private final HitPersonStore store;
    private final CustomerLogs logs;

    HitPersonData(HitPersonStore store, CustomerLogs logs) {
        this.store = store;
        this.logs = logs;
    }

    @Override
    public String name() {
        return "customerguard";
    }

    @Override
    public void export(Person person, PersonExport out) {
        var places = logs.places(person.orgId(), person.ids());
        long after = 0;
        List<Spoken> page;
        do {
            page = store.spoken(person, places, after, PORTION);
            page.forEach(spoken -> out.row("guarded-messages", row(person, spoken, out)));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
    }

    private static Map<String, Object> row(Person person, Spoken spoken, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", spoken.at());
        row.put("conversation", spoken.conversationId());
        row.put("by", person.ids().contains(spoken.by()) ? "customer" : out.member(spoken.by()));
        row.put("text", spoken.excerpt());
        row.put("action", spoken.action());
        return row;
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        return store.erase(person, logs.places(person.orgId(), person.ids()), PORTION) < PORTION;
    }
}
