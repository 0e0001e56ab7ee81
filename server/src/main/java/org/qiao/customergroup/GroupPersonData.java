package org.qiao.customergroup;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.customergroup.GroupMemberStore.PersonStay;
import org.qiao.file.FileKeeper;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.CustomerLogs;
import org.qiao.messaging.CustomerLogs.Place;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/**
 * In which groups a customer is or was. Erased, he sits in none: his seats are gone with his messages, or go here when somebody let him
 * in meanwhile, and what the log says of it is read before his timeline is emptied. What welcomes and replies attach goes to
 * everybody and stays.
 */
@Component
class GroupPersonData implements PersonData, FileKeeper {

    private final GroupMemberStore members;
    private final CustomerGroupStore groups;
    private final GroupLog log;
    private final CustomerConversations conversations;
    private final CustomerLogs logs;

    GroupPersonData(
            GroupMemberStore members,
            CustomerGroupStore groups,
            GroupLog log,
            CustomerConversations conversations,
            CustomerLogs logs) {
        this.members = members;
        this.groups = groups;
        this.log = log;
        this.conversations = conversations;
        this.logs = logs;
    }

    @Override
    public String name() {
        return "customergroup";
    }

    @Override
    public void export(Person person, PersonExport out) {
        members.stays(person, places(person)).forEach(stay -> out.row("groups", row(stay, out)));
    }

    private static Map<String, Object> row(PersonStay stay, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("title", stay.title());
        row.put("addWay", stay.place().via().name());
        row.put("state", stay.place().state());
        row.put("joinedAt", stay.place().joinedAt());
        Long by = stay.place().invitedBy();
        if (by != null) {
            row.put("by", out.member(by));
        }
        if (stay.leftAt() != null) {
            row.put("leftAt", stay.leftAt());
        }
        return row;
    }

    /** Not in a transaction: seats are changed in ones of their own. */
    @Override
    public boolean erase(Person person) {
        for (long id : person.ids()) {
            groups.findAll(person.orgId(), members.groupsOf(person.orgId(), id)).stream()
                    .filter(group -> group.conversationId() != null && !group.dissolved())
                    .forEach(group -> leave(group, id));
        }
        members.forget(person, places(person));
        return true;
    }

    private void leave(CustomerGroup group, long id) {
        Actor himself = new Actor(group.orgId(), id, Set.of(), Locale.ROOT, ZoneOffset.UTC);
        conversations.remove(himself, group.conversation(), id);
        boolean more;
        do {
            more = log.read(group.orgId(), group.id());
        } while (more);
    }

    private List<Long> places(Person person) {
        return logs.places(person.orgId(), person.ids()).stream()
                .filter(place -> !place.thread())
                .map(Place::conversationId)
                .toList();
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return groups.kept(orgId, ids);
    }
}
