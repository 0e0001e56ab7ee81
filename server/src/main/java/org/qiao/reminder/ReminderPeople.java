package org.qiao.reminder;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qiao.account.Principals;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.reminder.ReminderStore.Row;
import org.springframework.stereotype.Component;

/** Who the recipients are, and how they learn of it while they are connected. */
@Component
class ReminderPeople {

    private static final String TOPIC = "reminder";

    private final Orgs orgs;
    private final Members members;
    private final Principals principals;
    private final Hints hints;

    ReminderPeople(Orgs orgs, Members members, Principals principals, Hints hints) {
        this.orgs = orgs;
        this.members = members;
        this.principals = principals;
        this.hints = hints;
    }

    ZoneId zone(long orgId) {
        return ZoneId.of(orgs.get(orgId).zone());
    }

    /** Of these, those who are members now, with their languages. */
    Map<Long, Locale> readers(long orgId, Collection<Long> ids) {
        Locale standard = Locale.forLanguageTag(orgs.get(orgId).locale());
        Map<Long, Locale> chosen = principals.locales(orgId, ids);
        Map<Long, Locale> readers = new HashMap<>();
        members.present(new Actor(orgId, 0, Set.of(), Locale.ROOT, ZoneOffset.UTC), ids)
                .forEach(id -> readers.put(id, chosen.getOrDefault(id, standard)));
        return readers;
    }

    /** "Look again" after the commit: the kind is the owning module's topic. */
    void hint(List<Row> due, Set<Long> present) {
        AfterCommit.run(() -> {
            for (Row row : due) {
                Set<Long> some = new HashSet<>(row.reminder().recipients());
                some.retainAll(present);
                hints.tell(some, TOPIC, row.id(), row.reminder().topic());
            }
        });
    }
}
