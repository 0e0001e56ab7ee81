package org.qiao.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.qiao.reminder.ReminderDue;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears which reminders of the topic "example" were due, of all tests: a test filters by its own company. */
@TestComponent
public class ReminderRecorder {

    private final Queue<ReminderDue> heard = new ConcurrentLinkedQueue<>();

    @TransactionalEventListener(condition = "#due.topic() == 'example'")
    void on(ReminderDue due) {
        heard.add(due);
    }

    /** In the order of their hearing. */
    public List<ReminderDue> of(long orgId) {
        return heard.stream().filter(due -> due.orgId() == orgId).toList();
    }

    public List<String> keys(long orgId) {
        return of(orgId).stream().map(ReminderDue::key).toList();
    }
}
