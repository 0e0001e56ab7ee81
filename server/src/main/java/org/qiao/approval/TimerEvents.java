package org.qiao.approval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qiao.flow.Command;
import org.qiao.reminder.ReminderDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears when a timer of a run has run out. The engine answers one that is gone with nothing, so a repeat changes nothing. */
@Component
class TimerEvents {

    private static final Pattern KEY = Pattern.compile(Approval.TOPIC + ":(\\d+):timer:(\\d+)");

    private final Runs runs;

    TimerEvents(Runs runs) {
        this.runs = runs;
    }

    @ApplicationModuleListener(condition = "#due.topic() == '" + Approval.TOPIC + "'")
    void on(ReminderDue due) {
        Matcher key = KEY.matcher(due.key());
        if (key.matches()) {
            int timer = Integer.parseInt(key.group(2));
            runs.act(due.orgId(), Long.parseLong(key.group(1)), _ -> new Command.TimerFired(timer));
        }
    }
}
