package org.qiao.contactway;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.stereotype.Component;

/** Wakes whoever has to do with customers who wait: a clock for the next chance, and people's screens. */
@Component
class WaitAlarm {

    static final String TOPIC = "contactway";

    private static final String PREFIX = TOPIC + ":waits:";

    private final Reminders reminders;
    private final Hints hints;

    WaitAlarm(Reminders reminders, Hints hints) {
        this.reminders = reminders;
        this.hints = hints;
    }

    /** In the caller's transaction. */
    void set(ContactWay way, Instant at) {
        reminders.set(way.orgId(), Reminder.of(TOPIC, PREFIX + way.id(), new ReminderTime.At(at)));
    }

    static long wayOf(String key) {
        return Long.parseLong(key.substring(PREFIX.length()));
    }

    void tell(Wait wait, Collection<Long> people) {
        Set<Long> some = Set.copyOf(people);
        AfterCommit.run(() -> hints.tell(some, TOPIC, wait.id(), "WAITING"));
    }
}
