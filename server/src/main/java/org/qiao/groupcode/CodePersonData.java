package org.qiao.groupcode;

import java.util.HashMap;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.customergroup.GroupDoor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** His groups, and what the code said by which he came; what he said there is in the log of messages. */
@Component
class CodePersonData implements PersonData {

    private final GroupDoor door;

    CodePersonData(GroupDoor door) {
        this.door = door;
    }

    @Override
    public String name() {
        return "groupcode";
    }

    @Override
    public void export(Person person, PersonExport out) {
        door.came(person).forEach(place -> {
            Map<String, Object> row = new HashMap<>();
            row.put("since", place.from());
            row.put("group", place.title());
            row.put("code", place.state());
            if (place.until() != null) {
                row.put("closedAt", place.until());
            }
            out.row("groups", row);
        });
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        door.forgetHow(person);
        return true;
    }
}
