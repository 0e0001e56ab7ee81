package org.qiao.groupguard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.customergroup.GroupDoor;
import org.qiao.groupguard.GroupBlockStore.Blocked;
import org.qiao.groupguard.GroupGuardPersonStore.Measure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why he comes into no group, and what was done to him in groups; that it was done stays, without words about him. */
@Component
class GroupGuardPersonData implements PersonData {

    private final GroupGuardPersonStore store;
    private final GroupDoor door;

    GroupGuardPersonData(GroupGuardPersonStore store, GroupDoor door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public String name() {
        return "groupguard";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.blocks(person).forEach(blocked -> block(blocked, out));
        List<Measure> measures = store.measures(person);
        Map<Long, String> titles = door.titles(
                person.orgId(), measures.stream().map(Measure::groupId).collect(Collectors.toSet()));
        measures.forEach(measure -> measure(measure, titles, out));
    }

    private static void block(Blocked blocked, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", blocked.at());
        row.put("reason", blocked.reason());
        Long by = blocked.by();
        if (by != null) {
            row.put("by", out.member(by));
        }
        out.row("group-blocks", row);
    }

    private static void measure(Measure measure, Map<Long, String> titles, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", measure.at());
        row.put("group", titles.getOrDefault(measure.groupId(), ""));
        row.put("action", measure.action());
        Long by = measure.by();
        if (by != null) {
            row.put("by", out.member(by));
        }
        String trigger = measure.trigger();
        if (trigger != null) {
            row.put("reason", trigger);
        }
        Integer minutes = measure.minutes();
        if (minutes != null) {
            row.put("minutes", minutes);
        }
        out.row("group-measures", row);
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        return true;
    }
}
