package org.qiao.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.Span;
import org.qiao.reminder.Reminder;
import org.qiao.reminder.ReminderTime;
import org.qiao.reminder.Reminders;
import org.springframework.stereotype.Component;

/** The timers of runs, kept by the module reminder under "approval:ID:timer:N". */
@Component
class Timers {

    private final Reminders reminders;

    Timers(Reminders reminders) {
        this.reminders = reminders;
    }

    /** Sets what began to run and cancels what is gone. */
    void follow(Approval run, FlowState before, FlowState after, Instant now) {
        Set<Integer> known = new HashSet<>();
        before.timers().forEach(timer -> known.add(timer.number()));
        for (FlowState.Timer timer : after.timers()) {
            if (!known.remove(timer.number())) {
                reminders.set(
                        run.orgId(),
                        Reminder.of(Approval.TOPIC, key(run.id(), timer.number()), time(timer.set(), now)));
            }
        }
        known.forEach(gone -> reminders.cancel(run.orgId(), key(run.id(), gone)));
    }

    static String key(long id, int timer) {
        return Approval.TOPIC + ":" + id + ":timer:" + timer;
    }

    private static ReminderTime time(FlowEvent.TimerSet set, Instant now) {
        Span span = set.span();
        if (span == null) {
            long day = set.day() == null ? 0 : set.day();
            return new ReminderTime.OnDay(LocalDate.ofEpochDay(day), LocalTime.MIDNIGHT);
        }
        Duration length = Duration.ofMinutes(span.minutes());
        if (!span.working()) {
            return new ReminderTime.At(now.plus(length));
        }
        Duration most = ReminderTime.LONGEST_WORK;
        return new ReminderTime.AfterWorkTime(now, length.compareTo(most) > 0 ? most : length);
    }
}
