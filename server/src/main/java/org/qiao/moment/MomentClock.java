package org.qiao.moment;

import org.qiao.platform.FaultPoints;
import org.qiao.reminder.ReminderDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The minute has come for which somebody wrote a moment. */
@Component
class MomentClock {

    private static final String PREFIX = MomentNews.TOPIC + ":publish:";

    private final Moments moments;

    MomentClock(Moments moments) {
        this.moments = moments;
    }

    static String key(long momentId) {
        return PREFIX + momentId;
    }

    @ApplicationModuleListener(condition = "#due.topic() == 'moment'")
    void on(ReminderDue due) {
        FaultPoints.reached("moment.due");
        moments.publishDue(due.orgId(), Long.parseLong(due.key().substring(PREFIX.length())));
    }
}
